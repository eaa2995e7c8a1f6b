package dev.rampart.domain.session;

import dev.rampart.domain.client.ClientDisplay;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** The sign-ins of one organization that are under way. */
public interface SignInFlows {

    /** Remembers a new one. */
    void add(NewFlow flow);

    /** What the sign-in page shows of a flow, or nothing if this browser has none of that name or it has expired. */
    Optional<Shown> show(Sha256 flow, Sha256 browser, Instant now);

    /**
     * Completes a flow and starts the session, or renews the one there is if it is the same person's.
     *
     * <p>Of any number of concurrent calls for one flow exactly one is told {@link Completion.Completed}. Asks at the
     * same time whether organization and person are enabled, no other password is demanded of them, and theirs is still
     * the one that was compared. How long the session lasts, and how many a person may have, is as the organization has
     * chosen.
     */
    Completion complete(Completing completing, Instant now);

    /**
     * A flow as its page shows it.
     *
     * @param applicationName of the client that asks; empty if none does
     * @param display what else people are shown of it
     */
    record Shown(
            Optional<String> applicationName,
            ClientDisplay display,
            String request,
            Optional<String> loginHint,
            boolean completed) {}

    /**
     * What is to be completed.
     *
     * @param verified the hash that the password was compared with
     * @param oldToken digest of the session cookie that the browser brought
     * @param newToken digest of the one it will be given
     */
    record Completing(
            Sha256 flow,
            Sha256 browser,
            UserId user,
            PasswordHash verified,
            Optional<Sha256> oldToken,
            Sha256 newToken,
            NewSession session) {}

    /**
     * A session to be started: its id stands unless there is one to renew.
     *
     * @param expiresAt unless the organization has chosen
     */
    record NewSession(
            SessionId id,
            Authentication authentication,
            Optional<String> ip,
            Optional<String> userAgent,
            Instant expiresAt) {}

    /** What became of it. */
    sealed interface Completion {
        /** {@code request} is the query of the authorization request to return to; empty if there is none. */
        record Completed(SessionId session, String request) implements Completion {}

        /** The flow was completed before, has expired, or person, password or organization have changed meanwhile. */
        record Gone() implements Completion {}
    }
}
