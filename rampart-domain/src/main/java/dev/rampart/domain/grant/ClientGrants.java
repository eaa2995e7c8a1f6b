package dev.rampart.domain.grant;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.Rate;
import java.time.Instant;
import java.util.Set;

/** What clients of one organization are given on their own behalf (RFC 6749 §4.4). */
public interface ClientGrants {

    /**
     * Asks whether a client may have a token now, and writes {@code event} if it may: all in one statement, so that a
     * token costs one exchange.
     */
    Answer ask(Asking asking, AuditEvent event, Instant now);

    /** Who asks. {@code version} is that of the client as it is at hand. */
    record Asking(ClientId client, long version, String network, Rate limit) {}

    /** Whether it may. */
    sealed interface Answer {
        /** {@code tokens} is what the organization has chosen. */
        record Given(Set<Role> roles, TokenPolicy tokens) implements Answer {
            public Given {
                roles = Set.copyOf(roles);
            }
        }

        /** Client or organization have been changed or disabled since the client was read. */
        record ClientChanged() implements Answer {}

        record Limited(Instant until) implements Answer {}
    }
}
