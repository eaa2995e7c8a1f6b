package dev.rampart.http.page;

import dev.rampart.domain.settings.PasswordPolicy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody who signs in chooses another password, because theirs is known to whoever set it.
 *
 * <p>Sends {@code password} and {@code csrf}.
 *
 * @param asked what to call them, and what a password must be like
 */
public record NewPasswordPage(
        Frame frame, PostForm form, Asked asked, @Nullable Refusal refusal) implements View {

    /** Who chooses a password, and what it must be like. */
    public record Asked(String person, PasswordPolicy policy) {}

    /** Why the person sees the form again. */
    public enum Refusal {
        TOO_SHORT,
        TOO_LONG,
        /** One of the words that the organization has blocked stands in it. */
        BLOCKED,
        /** It is the one they had. */
        UNCHANGED,
        /** The server has more passwords to hash than it can. */
        BUSY
    }

    @Override
    public Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        words.put("person", new Word.Plain(asked.person()));
        words.put("minimum", new Word.Plain(Integer.toString(asked.policy().shortest())));
        words.put("maximum", new Word.Plain(Integer.toString(asked.policy().longest())));
        if (refusal != null) {
            words.put("refusal", new Word.Key(textOf(refusal)));
        }
        return words;
    }

    public boolean busy() {
        return refusal == Refusal.BUSY;
    }

    /** Whether what was typed was wrong, so that the field is marked. */
    public boolean wrong() {
        return refusal != null && refusal != Refusal.BUSY;
    }

    private static String textOf(Refusal refusal) {
        return switch (refusal) {
            case TOO_SHORT -> "new_password.too_short";
            case TOO_LONG -> "new_password.too_long";
            case BLOCKED -> "new_password.blocked";
            case UNCHANGED -> "new_password.unchanged";
            case BUSY -> "new_password.busy";
        };
    }
}
