package dev.rampart.domain.audit;

import java.util.Optional;

/** What something was done to. */
public record Target(Kind kind, String id, Optional<String> name) {

    public enum Kind {
        ORGANIZATION,
        USER,
        CLIENT,
        SESSION,
        GRANT,
        KEY,
        ROLE,
        GROUP,
        RESOURCE_SERVER,
        INVITATION,
        INITIAL_ACCESS_TOKEN
    }

    public static Target of(Kind kind, String id) {
        return new Target(kind, id, Optional.empty());
    }
}
