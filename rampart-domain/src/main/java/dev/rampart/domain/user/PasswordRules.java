package dev.rampart.domain.user;

import dev.rampart.domain.shared.Secret;
import java.util.Optional;

/** What a password must be like (NIST SP 800-63B-4 §3.1.1.2): its length, and nothing else. */
public final class PasswordRules {

    /** In characters as people count them: without a second factor it has to be that long. */
    public static final int MIN = 15;

    /** In Java's characters: what the sign-in page takes. */
    public static final int MAX = 256;

    private PasswordRules() {}

    /** What is wrong with it. */
    public static Optional<Mistake> mistake(Secret password) {
        String text = password.reveal();
        if (text.length() > MAX) {
            return Optional.of(Mistake.TOO_LONG);
        }
        return text.codePointCount(0, text.length()) < MIN ? Optional.of(Mistake.TOO_SHORT) : Optional.empty();
    }

    public enum Mistake {
        TOO_SHORT,
        TOO_LONG
    }
}
