package dev.rampart.domain.session;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in that begins.
 *
 * @param flow digest of what names it
 * @param browser digest of what names the browser
 * @param question what the person is asked, if they have signed in and it is that which is missing
 */
public record NewFlow(
        Sha256 flow,
        Sha256 browser,
        Subject subject,
        Optional<Question> question,
        Instant createdAt,
        Instant expiresAt) {

    /** Goes on to ask somebody who is signed in. */
    public NewFlow asking(Question asked) {
        return new NewFlow(flow, browser, subject, Optional.of(asked), createdAt, expiresAt);
    }

    /**
     * Whether the application may.
     *
     * @param wanted what it asks for
     * @param signedIn whether the person signed in for this very request
     */
    public record Question(UserId user, Allowed wanted, boolean signedIn) {}

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
