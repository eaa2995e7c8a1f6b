package dev.rampart.domain.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What lets somebody register clients (RFC 7591 §1.2). The token itself is told once and never kept.
 *
 * @param description what it was made for
 * @param usesLeft so many clients can still be registered with it
 */
public record InitialAccessToken(
        InitialAccessTokenId id, Optional<String> description, int usesLeft, Instant createdAt, Instant expiresAt) {

    public static final int DESCRIPTION_MAX = 200;
    public static final int USES_MAX = 1000;
    public static final Duration LIFETIME = Duration.ofDays(1);
    public static final Duration LIFETIME_MAX = Duration.ofDays(365);
}
