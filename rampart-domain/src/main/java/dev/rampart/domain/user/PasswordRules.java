package dev.rampart.domain.user;

import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.shared.Secret;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds a password against what its organization wants (NIST SP 800-63B-4 §3.1.1.2): its length, and the words that are
 * not in it.
 */
public record PasswordRules(PasswordPolicy policy) {

    /** What is wrong with it. */
    public Optional<Mistake> mistake(Secret password) {
        String text = password.reveal();
        if (text.length() > policy.longest()) {
            return Optional.of(Mistake.TOO_LONG);
        }
        if (text.codePointCount(0, text.length()) < policy.shortest()) {
            return Optional.of(Mistake.TOO_SHORT);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return policy.blockedWords().stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)))
                ? Optional.of(Mistake.BLOCKED_WORD)
                : Optional.empty();
    }

    public enum Mistake {
        TOO_SHORT,
        TOO_LONG,
        /** One of the organization's own words stands in it. */
        BLOCKED_WORD
    }
}
