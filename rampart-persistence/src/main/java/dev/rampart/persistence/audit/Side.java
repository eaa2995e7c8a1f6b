package dev.rampart.persistence.audit;

import dev.rampart.domain.key.Vault;
import java.util.UUID;

/** Whom of an event something is said of. */
enum Side {
    ACTOR("actor_personal"),
    TARGET("target_personal");

    private final String column;

    Side(String column) {
        this.column = column;
    }

    /** Where it is kept. */
    Vault.Place place(UUID event) {
        return new Vault.Place("audit_event", column, event.toString());
    }
}
