package dev.rampart.domain.session;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.settings.Compatibility;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The sessions of one organization.
 *
 * <p>A session is alive until it ends, expires, or is not used for too long, and while its person and its organization
 * are enabled. How long it may lie unused, and how long it lasts, is as the organization has chosen; {@code idle} holds
 * for one that has not.
 */
public interface Sessions {

    /** The session of this cookie, if it is alive. */
    Optional<Session> find(Sha256 token, Duration idle, Instant now);

    /**
     * Asks what stands behind an authorization request, and resumes its flow if the client is current: whoever reads it
     * again finds the flow as it was.
     *
     * <p>Of any number of concurrent calls for one flow at most one hears that the person has just signed in.
     */
    Standing stand(Question question, Duration idle, Instant now);

    /** Notes that a session is in use. Written at most once a minute. */
    void touch(SessionId session, Instant now);

    /**
     * Ends the session of this cookie, if it is alive, and says which it was. As whatever ends a session, it writes
     * down which applications are to be told.
     */
    Optional<EndedSession> end(Sha256 token, Duration idle, Instant now);

    /**
     * What is asked.
     *
     * @param token digest of the session cookie
     * @param flow digest of the flow that the browser comes from
     * @param request the query of the authorization request, which must be the one that the flow began with
     * @param clientVersion of the client as it is at hand
     * @param audience the resource server that tokens shall be for, by its identifier
     */
    record Question(
            Optional<Sha256> token,
            Optional<Sha256> flow,
            String request,
            ClientId client,
            long clientVersion,
            Optional<String> audience) {}

    /**
     * What stands behind a request.
     *
     * @param clientIsCurrent whether client and organization are enabled and the client is still as it is at hand
     * @param session alive, or nothing
     * @param audienceIsThere whether there is such a resource server, if one was asked for
     * @param resumed what the flow that this person comes from has brought
     * @param allowed what the person has allowed the client before
     * @param tokens what the organization has chosen for codes
     */
    record Standing(
            boolean clientIsCurrent,
            Optional<Session> session,
            boolean audienceIsThere,
            Resumed resumed,
            Allowed allowed,
            TokenPolicy tokens,
            Compatibility compatibility) {}

    /** Whether a person has just signed in, and just consented, for this very request. */
    record Resumed(boolean signedIn, boolean consented) {

        /** There was no flow, or not this person's. */
        public static final Resumed NOTHING = new Resumed(false, false);
    }
}
