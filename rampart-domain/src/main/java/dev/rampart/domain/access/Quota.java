package dev.rampart.domain.access;

import dev.rampart.domain.shared.Rate;
import java.time.Duration;

/**
 * What is left of a token's rate.
 *
 * @param perMinute calls a minute; 0: as many as they like
 * @param remaining calls that would pass at once
 * @param reset until all of them would
 */
public record Quota(int perMinute, long remaining, Duration reset) {

    /** {@code ahead} is how far the next call's due time lies ahead. */
    static Quota of(Rate rate, Duration ahead) {
        if (rate.isUnlimited()) {
            return new Quota(0, 0, Duration.ZERO);
        }
        Duration used = ahead.isNegative() ? Duration.ZERO : ahead;
        Duration left = rate.burst().plus(rate.interval()).minus(used);
        long remaining = left.isNegative() ? 0 : left.dividedBy(rate.interval());
        return new Quota(rate.perMinute(), remaining, used);
    }
}
