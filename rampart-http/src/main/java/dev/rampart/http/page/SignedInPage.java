package dev.rampart.http.page;

import java.util.Map;

/** What a person sees who opens the sign-in page while signed in. */
public record SignedInPage(Frame frame, String person, PostForm signOut) implements View {

    @Override
    public Map<String, Word> words() {
        return Map.of(
                "person", new Word.Plain(person),
                "organization", new Word.Plain(frame.organization()));
    }
}
