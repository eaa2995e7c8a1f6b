package dev.rampart.http.page;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says that the person is signed out. */
public record SignedOutPage(Frame frame, @Nullable BackLink back) implements View {

    @Override
    public Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        words.put("organization", new Word.Plain(frame.organization()));
        if (back != null) {
            words.put("application", new Word.Plain(back.application()));
        }
        return words;
    }
}
