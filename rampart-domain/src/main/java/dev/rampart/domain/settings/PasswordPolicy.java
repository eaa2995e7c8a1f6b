package dev.rampart.domain.settings;

import java.util.List;
import java.util.Optional;

/**
 * What passwords must be like (NIST SP 800-63B-4 §3.1.1.2). Those that are set already stay.
 *
 * @param minLength in characters as people count them
 * @param maxLength in Java's characters
 * @param blockedWords none of them may stand in a password, in whichever case
 */
public record PasswordPolicy(Optional<Integer> minLength, Optional<Integer> maxLength, List<String> blockedWords) {

    /** Without a second factor a password has to be that long. */
    public static final int MIN_LENGTH = 15;

    /** What the pages take. */
    public static final int MAX_LENGTH = 256;

    public static final Range MIN_LENGTHS = new Range(8, 64);
    public static final Range MAX_LENGTHS = new Range(64, MAX_LENGTH);
    public static final int BLOCKED_WORDS_MAX = 100;

    /** In characters, each: a shorter word would stand in half of all passwords. */
    public static final Range BLOCKED_WORD_LENGTHS = new Range(3, 64);

    public static final PasswordPolicy NONE = new PasswordPolicy(Optional.empty(), Optional.empty(), List.of());

    public PasswordPolicy {
        minLength.ifPresent(MIN_LENGTHS::check);
        maxLength.ifPresent(MAX_LENGTHS::check);
        blockedWords = List.copyOf(blockedWords);
    }

    public int shortest() {
        return minLength.orElse(MIN_LENGTH);
    }

    public int longest() {
        return maxLength.orElse(MAX_LENGTH);
    }
}
