package dev.rampart.http.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.shared.Secret;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server as an application sees it: over HTTP, at the paths of its issuer. */
public final class AuthorizationServer {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long BODY_MAX = 256 * 1024;
    private static final int OK = 200;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final PlaygroundSettings settings;
    private final HttpClient http;

    @Inject
    public AuthorizationServer(PlaygroundSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    /** What came back. */
    sealed interface Reply {}

    /** A JSON object, as asked for. */
    record Answered(JsonNode body) implements Reply {

        /** There are tokens in it. */
        @Override
        public String toString() {
            return "Answered";
        }
    }

    /** An error of the protocol, or none that the protocol knows. */
    record Failed(String error, @Nullable String description) implements Reply {}

    /** As a public client that shows by PKCE that it asked for the code (RFC 6749 §4.1.3, RFC 7636 §4.5). */
    Reply exchange(String code, Secret verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.redirectUri());
        form.put("client_id", settings.clientId());
        form.put("code_verifier", verifier.reveal());
        return send(to("/oauth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FormEncoding.of(form))));
    }

    /** OIDC Core §5.3.1. */
    Reply userinfo(String accessToken) {
        return send(to("/oauth/userinfo").header("Authorization", "Bearer " + accessToken));
    }

    Reply keys() {
        return send(to("/.well-known/jwks.json"));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(settings.issuer().at(path)))
                .timeout(ANSWER)
                .header("Accept", "application/json");
    }

    private Reply send(HttpRequest.Builder building) {
        HttpRequest request = building.build();
        BodyHandler<String> body = BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), BODY_MAX);
        try {
            return read(http.send(request, body), request.uri().getPath());
        } catch (IOException e) {
            return new Failed(
                    "no_answer",
                    "%s did not answer (%s)."
                            .formatted(request.uri().getPath(), e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed("no_answer", "The server is stopping.");
        }
    }

    private static Reply read(HttpResponse<String> response, String path) {
        JsonNode body = json(response.body());
        if (response.statusCode() == OK && body.isObject()) {
            return new Answered(body);
        }
        String status = "%s answered with status %d.".formatted(path, response.statusCode());
        return body.path("error")
                .stringValueOpt()
                .map(error -> new Failed(
                        error, body.path("error_description").stringValueOpt().orElse(status)))
                .orElseGet(() -> new Failed("unexpected_answer", status));
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            return MAPPER.missingNode(); // What is no JSON is no error of the protocol either.
        }
    }
}
