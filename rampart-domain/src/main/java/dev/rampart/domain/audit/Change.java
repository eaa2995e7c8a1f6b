package dev.rampart.domain.audit;

import java.util.Map;
import java.util.Optional;

/** What a field held before and after. Empty: nothing. */
public record Change(Optional<String> before, Optional<String> after) {

    public static Change to(String after) {
        return new Change(Optional.empty(), Optional.of(after));
    }

    /** Adds a field to {@code changes} if it changed; an empty text is nothing. */
    public static void note(Map<String, Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.put(field, new Change(told(before), told(after)));
        }
    }

    private static Optional<String> told(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
