package dev.rampart.domain.session;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.shared.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in that begins.
 *
 * @param flow digest of what names it
 * @param browser digest of what names the browser
 */
public record NewFlow(Sha256 flow, Sha256 browser, Subject subject, Instant createdAt, Instant expiresAt) {

    /**
     * What the person signs in for.
     *
     * @param request the query of the authorization request to return to; empty if there is none
     */
    public record Subject(Optional<ClientId> client, String request, Optional<String> loginHint) {

        /** Nothing in particular. */
        public static final Subject NONE = new Subject(Optional.empty(), "", Optional.empty());
    }
}
