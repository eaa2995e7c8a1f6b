package dev.rampart.http.page;

import java.util.List;

/**
 * Where a sign-in through the real flow begins.
 *
 * <p>Sends {@code scope_NAME} for each chosen scope (one field each, since doubled ones are refused), {@code prompt}
 * and {@code max_age}, either of which may be empty, and {@code csrf}.
 */
public record PlaygroundPage(Frame frame, PostForm form, Client client, List<Choice> scopes) implements View {

    public PlaygroundPage {
        scopes = List.copyOf(scopes);
    }

    /** The playground as the server knows it, and a command that gets a token without a person. */
    public record Client(String issuer, String id, String redirectUri, String curl) {}

    /** A scope that can be asked for, and whether it is to begin with. */
    public record Choice(String scope, boolean chosen) {}
}
