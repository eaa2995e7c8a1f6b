package dev.rampart.domain.settings;

import dev.rampart.domain.key.SigningAlgorithm;
import java.time.Duration;
import java.util.Optional;

/**
 * How long tokens and codes are good, and what access tokens are signed with.
 *
 * @param accessTokenAlgorithm for clients that have not chosen themselves
 * @param refreshIdle how long a refresh token may lie unused
 * @param refreshAbsolute how long after a grant it can be refreshed at all
 */
public record TokenPolicy(
        Optional<Duration> accessToken,
        Optional<Duration> idToken,
        Optional<Duration> code,
        Optional<SigningAlgorithm> accessTokenAlgorithm,
        Optional<Duration> refreshIdle,
        Optional<Duration> refreshAbsolute) {

    /** Seventeen times as fast as RS256. */
    public static final SigningAlgorithm ACCESS_TOKEN_ALGORITHM = SigningAlgorithm.ES256;

    public static final Range TOKEN = Range.of(Duration.ofSeconds(30), Duration.ofDays(1));
    public static final Range CODE = Range.of(Duration.ofSeconds(10), Duration.ofMinutes(10));

    public static final Range REFRESH_IDLE = Range.of(Duration.ofMinutes(1), Duration.ofDays(365));
    public static final Range REFRESH_ABSOLUTE = Range.of(Duration.ofMinutes(5), Duration.ofDays(730));

    public static final TokenPolicy NONE = new TokenPolicy(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public TokenPolicy {
        accessToken.ifPresent(TOKEN::check);
        idToken.ifPresent(TOKEN::check);
        code.ifPresent(CODE::check);
        refreshIdle.ifPresent(REFRESH_IDLE::check);
        refreshAbsolute.ifPresent(REFRESH_ABSOLUTE::check);
    }

    public SigningAlgorithm algorithm() {
        return accessTokenAlgorithm.orElse(ACCESS_TOKEN_ALGORITHM);
    }
}
