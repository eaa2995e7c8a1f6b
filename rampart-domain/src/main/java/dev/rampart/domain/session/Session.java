package dev.rampart.domain.session;

import dev.rampart.domain.user.UserId;
import java.time.Instant;

/**
 * A session that is alive.
 *
 * @param userName what to call the person
 */
public record Session(SessionId id, UserId user, String userName, Authentication authentication) {

    /** When the person last proved who they are. */
    public Instant authTime() {
        return authentication.time();
    }
}
