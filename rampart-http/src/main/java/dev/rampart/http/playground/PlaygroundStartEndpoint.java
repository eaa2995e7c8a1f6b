package dev.rampart.http.playground;

import dev.rampart.domain.shared.Entropy;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /playground}: sends the browser to sign in (RFC 6749 §4.1.1, OIDC Core §3.1.2.1). */
public final class PlaygroundStartEndpoint implements Endpoint {

    private final PlaygroundSettings settings;
    private final Entropy entropy;

    @Inject
    public PlaygroundStartEndpoint(PlaygroundSettings settings, Entropy entropy) {
        this.settings = settings;
        this.entropy = entropy;
    }

    @Override
    public Response handle(Request request) {
        if (!settings.isPlayedIn(request.tenant())) {
            return Elsewhere.NOTHING;
        }
        Journey journey = Journey.begin(entropy);
        String query = FormEncoding.of(asked(request, journey));
        return Response.redirect(settings.issuer().at("/oauth/authorize") + "?" + query)
                .withCookie(journey.cookie(request.tenant()));
    }

    private Map<String, String> asked(Request request, Journey journey) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", settings.clientId());
        asked.put("redirect_uri", settings.redirectUri());
        String scopes = AskedScopes.of(request);
        if (!scopes.isEmpty()) {
            asked.put("scope", scopes);
        }
        asked.put("state", journey.state().reveal());
        asked.put("nonce", journey.nonce().reveal());
        asked.put("code_challenge", journey.challenge());
        asked.put("code_challenge_method", "S256");
        request.parameter("prompt").ifPresent(prompt -> asked.put("prompt", prompt));
        request.parameter("max_age").ifPresent(seconds -> asked.put("max_age", seconds));
        return asked;
    }
}
