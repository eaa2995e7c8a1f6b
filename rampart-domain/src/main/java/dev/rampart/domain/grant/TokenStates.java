package dev.rampart.domain.grant;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.shared.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the tokens of one organization are still good. */
public interface TokenStates {

    /** Takes an access token back. Does nothing if that has been done. */
    void revoke(IssuedToken token);

    /** The grant that a refresh token belongs to, be it good or not. */
    Optional<UserGrant> family(Sha256 refreshToken);

    /** What there is to say of an access token, as long as everything behind it stands. */
    Optional<State> access(IssuedToken token, Asker asker, Duration sessionIdle, Instant now);

    /** The same of a refresh token that has been neither used nor left unused for too long. */
    Optional<RefreshState> refresh(Sha256 token, Asker asker, Duration sessionIdle, Instant now);

    /** The client that asks. */
    record Asker(ClientId client) {}

    /**
     * A token that is good.
     *
     * @param username of the person it is about
     * @param isForAsker whether whoever asks may know: it is their own, or they may introspect them all
     */
    record State(Optional<String> username, boolean isForAsker) {}

    /** A refresh token that is good, and when it ends if it is not used. */
    record RefreshState(UserGrant grant, Instant expiresAt, State state) {}
}
