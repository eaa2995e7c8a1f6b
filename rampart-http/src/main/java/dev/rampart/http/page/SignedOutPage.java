package dev.rampart.http.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says that the person is signed out.
 *
 * @param back goes there by itself when the applications have been told, if there are any
 * @param told what the browser loads to tell applications (OIDC Front-Channel Logout §2)
 */
public record SignedOutPage(Frame frame, @Nullable BackLink back, List<SafeUrl> told) implements View {

    public SignedOutPage {
        told = List.copyOf(told);
    }

    /** Whether the page waits for something before it goes on. */
    public boolean waits() {
        return back != null && !told.isEmpty();
    }

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
