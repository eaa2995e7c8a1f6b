package dev.rampart.domain.settings;

import java.time.Duration;

/** The least and the most that may be chosen; in seconds where a duration is. */
public record Range(long least, long most) {

    static Range of(Duration least, Duration most) {
        return new Range(least.toSeconds(), most.toSeconds());
    }

    /** Throws {@link IllegalArgumentException} for a number outside of it: whoever reads numbers looks first. */
    void check(long value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("not between %d and %d: %d".formatted(least, most, value));
        }
    }

    void check(Duration value) {
        check(value.toSeconds());
    }
}
