package dev.rampart.http.page;

import dev.rampart.domain.user.PasswordRules;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody who signs in chooses another password, because theirs is known to whoever set it.
 *
 * <p>Sends {@code password} and {@code csrf}.
 *
 * @param person what to call them
 */
public record NewPasswordPage(
        Frame frame, PostForm form, String person, @Nullable Refusal refusal) implements View {

    /** Why the person sees the form again. */
    public enum Refusal {
        TOO_SHORT,
        TOO_LONG,
        /** It is the one they had. */
        UNCHANGED,
        /** The server has more passwords to hash than it can. */
        BUSY
    }

    @Override
    public Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        words.put("person", new Word.Plain(person));
        words.put("minimum", new Word.Plain(Integer.toString(PasswordRules.MIN)));
        words.put("maximum", new Word.Plain(Integer.toString(PasswordRules.MAX)));
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
            case UNCHANGED -> "new_password.unchanged";
            case BUSY -> "new_password.busy";
        };
    }
}
