package dev.rampart.domain.session;

import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A session that is alive, as those who administer it see it.
 *
 * @param userName what to call the person
 */
public record StartedSession(
        SessionId id,
        UserId user,
        String userName,
        Authentication authentication,
        Optional<String> ip,
        Optional<String> userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {}
