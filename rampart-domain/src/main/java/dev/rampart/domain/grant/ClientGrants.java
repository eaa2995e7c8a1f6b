package dev.rampart.domain.grant;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.resource.ResourceServer;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.Rate;
import java.time.Instant;
import java.util.Optional;

/** What clients of one organization are given on their own behalf (RFC 6749 §4.4). */
public interface ClientGrants {

    /**
     * Asks whether a client may have a token now, and writes {@code event} if it may: all in one statement, so that a
     * token costs one exchange.
     */
    Answer ask(Asking asking, AuditEvent event, Instant now);

    /** Who asks, and for what. {@code version} is that of the client as it is at hand. */
    record Asking(ClientId client, long version, String network, Rate limit, Wanted wanted) {}

    /**
     * What is asked for.
     *
     * @param resourceServer which the token is for; empty: an audience of the server's own
     */
    record Wanted(Scopes scopes, Optional<Resource> resourceServer) {

        /** A token for the server itself that says nothing. */
        public static final Wanted NOTHING = new Wanted(Scopes.NONE, Optional.empty());
    }

    /** Whether it may. */
    sealed interface Answer {
        /** {@code tokens} is what the organization has chosen. */
        record Given(Rights rights, Optional<ResourceServer> resourceServer, TokenPolicy tokens) implements Answer {}

        /** Client or organization have been changed or disabled since the client was read. */
        record ClientChanged() implements Answer {}

        /** There is no such resource server. */
        record ResourceUnknown() implements Answer {}

        /** The resource server has not got one of the scopes. */
        record ScopeNotOffered() implements Answer {}

        record Limited(Instant until) implements Answer {}
    }
}
