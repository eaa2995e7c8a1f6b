package dev.rampart.http.page;

import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.setup.SetupMistake;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the first administrator is made.
 *
 * <p>Sends {@code token}, {@code email}, {@code name}, {@code password} and {@code csrf}.
 *
 * @param token what stands in the set-up link
 * @param busy the server had more passwords to hash than it can
 */
public record SetupPage(Frame frame, PostForm form, String token, Asked asked, boolean busy) implements View {

    /**
     * What is asked for.
     *
     * @param policy what a password must be like
     */
    public record Asked(PasswordPolicy policy, Typed typed, Set<SetupMistake> mistakes) {}

    /** What was typed before, and is shown again. Never the password. */
    public record Typed(@Nullable String email, @Nullable String name) {

        public static final Typed NOTHING = new Typed(null, null);
    }

    @Override
    public Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        words.put("organization", new Word.Plain(frame.organization()));
        words.put("minimum", new Word.Plain(Integer.toString(asked.policy().shortest())));
        words.put("maximum", new Word.Plain(Integer.toString(asked.policy().longest())));
        asked.mistakes().forEach(mistake -> words.put(field(mistake), new Word.Key(textOf(mistake))));
        return words;
    }

    public Typed typed() {
        return asked.typed();
    }

    public boolean emailWrong() {
        return has("email_mistake");
    }

    public boolean nameWrong() {
        return has("name_mistake");
    }

    public boolean passwordWrong() {
        return has("password_mistake");
    }

    /** Whether the address can stay as it is, so that typing begins at the password. */
    public boolean passwordFirst() {
        return asked.typed().email() != null && !emailWrong();
    }

    /** The token is left out: whoever has it can become the administrator. */
    @Override
    public String toString() {
        return "SetupPage[mistakes=%s, busy=%s]".formatted(asked.mistakes(), busy);
    }

    private boolean has(String field) {
        return asked.mistakes().stream().anyMatch(mistake -> field(mistake).equals(field));
    }

    private static String field(SetupMistake mistake) {
        return switch (mistake) {
            case EMAIL_INVALID, EMAIL_TAKEN -> "email_mistake";
            case NAME_TOO_LONG -> "name_mistake";
            case PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_BLOCKED -> "password_mistake";
        };
    }

    private static String textOf(SetupMistake mistake) {
        return switch (mistake) {
            case EMAIL_INVALID -> "setup.email_invalid";
            case EMAIL_TAKEN -> "setup.email_taken";
            case NAME_TOO_LONG -> "setup.name_too_long";
            case PASSWORD_TOO_SHORT -> "setup.password_too_short";
            case PASSWORD_TOO_LONG -> "setup.password_too_long";
            case PASSWORD_BLOCKED -> "setup.password_blocked";
        };
    }
}
