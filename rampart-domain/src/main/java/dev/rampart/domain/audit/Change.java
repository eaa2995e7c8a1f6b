package dev.rampart.domain.audit;

import java.util.Optional;

/** What a field held before and after. Empty: nothing. */
public record Change(Optional<String> before, Optional<String> after) {

    public static Change to(String after) {
        return new Change(Optional.empty(), Optional.of(after));
    }
}
