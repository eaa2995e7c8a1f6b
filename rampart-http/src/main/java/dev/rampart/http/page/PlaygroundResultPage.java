package dev.rampart.http.page;

import java.time.Duration;
import java.util.Map;

/** Shows the tokens that a sign-in gave, taken apart. */
public record PlaygroundResultPage(Frame frame, Tokens tokens, SafeUrl again, SafeUrl signOut) implements View {

    /** What came back: both tokens as they are, the answer of the userinfo endpoint, and how long the tokens took. */
    public record Tokens(String idToken, String accessToken, String userinfo, Duration took) {

        /** Tokens do not belong in a log. */
        @Override
        public String toString() {
            return "Tokens[took=%s]".formatted(took);
        }
    }

    @Override
    public Map<String, Word> words() {
        return Map.of("took", new Word.Plain(Long.toString(tokens.took().toMillis())));
    }

    @Override
    public Object model(Texts texts) {
        return new PlaygroundResult(this, texts);
    }
}
