package dev.rampart.http.page;

import dev.rampart.domain.invitation.InvitationMistake;
import dev.rampart.domain.settings.PasswordPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody who was invited chooses a password.
 *
 * <p>Sends {@code token}, {@code name}, {@code password} and {@code csrf}.
 *
 * @param invited who was, and the link's secret
 * @param name what was typed before, or what is known
 * @param mistakes in what was typed before
 * @param busy the server had more passwords to hash than it can
 */
public record InvitationPage(
        Frame frame,
        PostForm form,
        Invited invited,
        @Nullable String name,
        Set<InvitationMistake> mistakes,
        boolean busy)
        implements View {

    /**
     * Whose address the link came to.
     *
     * @param policy what a password must be like
     */
    public record Invited(String email, String token, PasswordPolicy policy) {

        /** The token is left out: whoever has it can become this person. */
        @Override
        public String toString() {
            return "Invited[email=%s]".formatted(email);
        }
    }

    @Override
    public Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        words.put("organization", new Word.Plain(frame.organization()));
        words.put("minimum", new Word.Plain(Integer.toString(invited.policy().shortest())));
        words.put("maximum", new Word.Plain(Integer.toString(invited.policy().longest())));
        mistakes.forEach(mistake -> words.put(field(mistake), new Word.Key(textOf(mistake))));
        return words;
    }

    public boolean nameWrong() {
        return mistakes.contains(InvitationMistake.NAME_TOO_LONG);
    }

    public boolean passwordWrong() {
        return mistakes.stream().anyMatch(mistake -> field(mistake).equals("password_mistake"));
    }

    private static String field(InvitationMistake mistake) {
        return switch (mistake) {
            case NAME_TOO_LONG -> "name_mistake";
            case PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_BLOCKED -> "password_mistake";
        };
    }

    private static String textOf(InvitationMistake mistake) {
        return switch (mistake) {
            case NAME_TOO_LONG -> "invitation.name_too_long";
            case PASSWORD_TOO_SHORT -> "invitation.password_too_short";
            case PASSWORD_TOO_LONG -> "invitation.password_too_long";
            case PASSWORD_BLOCKED -> "invitation.password_blocked";
        };
    }
}
