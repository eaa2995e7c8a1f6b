package dev.rampart.domain.shared;

import java.time.Duration;

/**
 * How many requests a client network may make: so many a minute, any number of them at once, then one every
 * {@link #interval}.
 *
 * @param perMinute 0: no limit
 */
public record Rate(int perMinute) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    public boolean isUnlimited() {
        return perMinute == 0;
    }

    /** How far apart requests are that come at an even pace. */
    public Duration interval() {
        return MINUTE.dividedBy(perMinute);
    }

    /** How far ahead of that pace they may run: a minute's worth. */
    public Duration burst() {
        return MINUTE.minus(interval());
    }
}
