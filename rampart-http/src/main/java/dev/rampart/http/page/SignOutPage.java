package dev.rampart.http.page;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks whether the person wants to sign out (OIDC RP-Initiated Logout §2). Sends {@code confirm} or {@code cancel}. */
public record SignOutPage(
        Frame frame,
        PostForm form,
        @Nullable String application,
        @Nullable String person) implements View {

    @Override
    public Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        words.put("organization", new Word.Plain(frame.organization()));
        if (application != null) {
            words.put("application", new Word.Plain(application));
        }
        if (person != null) {
            words.put("person", new Word.Plain(person));
        }
        return words;
    }
}
