package dev.rampart.http.playground;

import dev.rampart.http.page.PlaygroundResultPage.Tokens;
import dev.rampart.http.playground.AuthorizationServer.Answered;
import dev.rampart.http.playground.AuthorizationServer.Failed;
import dev.rampart.http.playground.AuthorizationServer.Reply;
import dev.rampart.http.playground.IdTokenCheck.Believed;
import dev.rampart.http.playground.IdTokenCheck.Doubted;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes tokens of a code, and believes them only when they have been checked. */
public final class CodeExchange {

    private final AuthorizationServer server;
    private final IdTokenCheck check;

    @Inject
    public CodeExchange(AuthorizationServer server, IdTokenCheck check) {
        this.server = server;
        this.check = check;
    }

    /** What became of the code. */
    sealed interface Outcome {}

    /** Tokens that were checked. */
    record Received(Tokens tokens) implements Outcome {}

    /** An error that came back, or a reason not to believe what came back. */
    record Stopped(String error, @Nullable String description) implements Outcome {}

    Outcome exchange(String code, Journey journey) {
        long began = System.nanoTime();
        Reply reply = server.exchange(code, journey.verifier());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return switch (reply) {
            case Failed(String error, String description) -> new Stopped(error, description);
            case Answered(JsonNode body) -> verified(body, took, journey);
        };
    }

    private Outcome verified(JsonNode body, Duration took, Journey journey) {
        String accessToken = body.path("access_token").stringValue("");
        String idToken = body.path("id_token").stringValue("");
        if (accessToken.isEmpty()) {
            return new Stopped("no_access_token", "The answer of the token endpoint has no access_token.");
        }
        if (idToken.isEmpty()) {
            return new Stopped(
                    "no_id_token",
                    "There is an access token, but no ID token, and userinfo is not open to it: that takes the scope"
                            + " openid.");
        }
        return switch (server.keys()) {
            case Failed(String error, String description) -> new Stopped(error, description);
            case Answered(JsonNode keys) ->
                switch (check.check(idToken, journey.nonce(), keys)) {
                    case Doubted(String why) -> new Stopped("invalid_id_token", why);
                    case Believed(String subject) -> withUserinfo(subject, idToken, accessToken, took);
                };
        };
    }

    /** Userinfo of somebody else is not to be used (OIDC Core §5.3.2). */
    private Outcome withUserinfo(String subject, String idToken, String accessToken, Duration took) {
        return switch (server.userinfo(accessToken)) {
            case Failed(String error, String description) -> new Stopped(error, description);
            case Answered(JsonNode userinfo) ->
                userinfo.path("sub").stringValue("").equals(subject)
                        ? new Received(new Tokens(idToken, accessToken, userinfo.toString(), took))
                        : new Stopped("invalid_userinfo", "The sub of userinfo is not the one of the ID token.");
        };
    }
}
