package dev.rampart.domain.shared;

import java.util.Optional;

/** The version that whoever changes something believes it to have (RFC 9110 §13.1.1, {@code If-Match}). */
public record Expected(Optional<Long> version) {

    /** Whatever it is. */
    public static final Expected ANY = new Expected(Optional.empty());

    public static Expected version(long version) {
        return new Expected(Optional.of(version));
    }

    public boolean admits(long actual) {
        return version.isEmpty() || version.get() == actual;
    }
}
