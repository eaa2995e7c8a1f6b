package dev.rampart.domain.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How long people stay signed in, and in how many browsers.
 *
 * @param idle a session that is not used for that long is over
 * @param absolute a session is over that long after the sign-in, used or not
 * @param maxPerUser a sign-in beyond that ends the session that was used least lately
 */
public record SessionPolicy(Optional<Duration> idle, Optional<Duration> absolute, Optional<Integer> maxPerUser) {

    public static final int MAX_PER_USER = 50;

    public static final Range IDLE = Range.of(Duration.ofMinutes(1), Duration.ofDays(30));
    public static final Range ABSOLUTE = Range.of(Duration.ofMinutes(5), Duration.ofDays(365));
    public static final Range PER_USER = new Range(1, 1000);

    public static final SessionPolicy NONE = new SessionPolicy(Optional.empty(), Optional.empty(), Optional.empty());

    public SessionPolicy {
        idle.ifPresent(IDLE::check);
        absolute.ifPresent(ABSOLUTE::check);
        maxPerUser.ifPresent(PER_USER::check);
    }

    public int mostPerUser() {
        return maxPerUser.orElse(MAX_PER_USER);
    }
}
