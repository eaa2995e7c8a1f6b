package dev.rampart.http.page;

import java.util.Map;

/** Says that the first administrator is made, and where they sign in. */
public record SetupDonePage(Frame frame, String email, SafeUrl signIn) implements View {

    @Override
    public Map<String, Word> words() {
        return Map.of("organization", new Word.Plain(frame.organization()));
    }
}
