package dev.rampart.http.page;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a person gives their name and password.
 *
 * <p>Sends {@code username}, {@code password} and {@code csrf}; or {@code cancel}, where an application asks.
 */
public record SignInPage(
        Frame frame, PostForm form, Asked asked, @Nullable Refusal refusal) implements View {

    /**
     * What the application asked for: itself, the name to sign in with (what the person typed before wins over the
     * {@code login_hint}), and who is signed in already where it asked for them to sign in again.
     */
    public record Asked(
            @Nullable Application application,
            @Nullable String username,
            @Nullable String signedInAs) {

        public static final Asked NOTHING = new Asked(null, null, null);
    }

    /** Why the person sees the form again. */
    public sealed interface Refusal {

        /** No such person, or not their password. The page does not say which. */
        record WrongCredentials() implements Refusal {}

        /** Too many attempts: nothing was verified, and nothing will be for so long. */
        record SlowDown(Duration retryAfter) implements Refusal {}

        /** The server has more passwords to verify than it can. */
        record Busy() implements Refusal {}

        /** The form was too old, or not ours. */
        record Expired() implements Refusal {}
    }

    @Override
    public Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        words.put("organization", new Word.Plain(frame.organization()));
        if (asked.application() != null) {
            words.put("application", new Word.Plain(asked.application().name()));
        }
        if (asked.signedInAs() != null) {
            words.put("person", new Word.Plain(asked.signedInAs()));
        }
        if (refusal != null) {
            words.put("refusal", new Word.Key(textOf(refusal)));
        }
        if (refusal instanceof Refusal.SlowDown(Duration retryAfter)) {
            words.put("wait", new Word.Span(retryAfter));
        }
        return words;
    }

    /** What {@code img-src} has to allow. */
    @Override
    public @Nullable String images() {
        return asked.application() == null ? null : asked.application().images();
    }

    /** Whether what was typed was wrong, so that the fields are marked. */
    public boolean wrong() {
        return refusal instanceof Refusal.WrongCredentials;
    }

    /** Whether the name is known, so that typing begins at the password. */
    public boolean passwordFirst() {
        return asked.username() != null;
    }

    private static String textOf(Refusal refusal) {
        return switch (refusal) {
            case Refusal.WrongCredentials _ -> "sign_in.wrong_credentials";
            case Refusal.SlowDown _ -> "sign_in.slow_down";
            case Refusal.Busy _ -> "sign_in.busy";
            case Refusal.Expired _ -> "sign_in.expired";
        };
    }
}
