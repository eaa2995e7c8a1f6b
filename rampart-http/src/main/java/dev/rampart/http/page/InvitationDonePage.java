package dev.rampart.http.page;

import java.util.Map;

/** Says that somebody has joined, and where they sign in. */
public record InvitationDonePage(Frame frame, String email, SafeUrl signIn) implements View {

    @Override
    public Map<String, Word> words() {
        return Map.of("organization", new Word.Plain(frame.organization()));
    }
}
