package dev.rampart.domain.client;

import java.util.Locale;

/** Whether a person has one {@code sub} for all clients (OIDC Core §8). */
public enum SubjectType {
    /** The same for all. */
    PUBLIC,
    /** One for each sector, so that two sectors cannot tell that they have met the same person. */
    PAIRWISE;

    public static SubjectType of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
