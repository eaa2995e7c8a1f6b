package dev.rampart.http.playground;

import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.page.Pages;
import dev.rampart.http.page.PlaygroundErrorPage;
import dev.rampart.http.page.PlaygroundResultPage;
import dev.rampart.http.page.PlaygroundResultPage.Tokens;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.page.View;
import dev.rampart.http.playground.CodeExchange.Outcome;
import dev.rampart.http.playground.CodeExchange.Received;
import dev.rampart.http.playground.CodeExchange.Stopped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code GET /playground/callback}: takes the answer of the authorization endpoint (RFC 6749 §4.1.2, §4.1.2.1). */
public final class PlaygroundCallbackEndpoint implements Endpoint {

    private static final SafeUrl AGAIN = new SafeUrl(PlaygroundSettings.PATH);
    private static final int BAD_REQUEST = 400;
    private static final int OK = 200;

    private final PlaygroundSettings settings;
    private final CodeExchange codes;
    private final Pages pages;

    @Inject
    public PlaygroundCallbackEndpoint(PlaygroundSettings settings, CodeExchange codes, Pages pages) {
        this.settings = settings;
        this.codes = codes;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        if (!settings.isPlayedIn(request.tenant())) {
            return Elsewhere.NOTHING;
        }
        return switch (outcome(request)) {
            case Received(Tokens tokens) -> page(OK, result(tokens), request);
            case Stopped(String error, String description) ->
                page(BAD_REQUEST, new PlaygroundErrorPage(settings.frame(), error, description, AGAIN), request);
        };
    }

    /** Nothing that was sent is believed, and no code redeemed, before it is known to be the answer to our question. */
    private Outcome outcome(Request request) {
        Optional<Journey> journey = Journey.of(request);
        if (journey.isEmpty()) {
            return new Stopped(
                    "no_sign_in", "This browser has not begun to sign in here, or more than 10 minutes ago.");
        }
        if (!Secret.of(request.parameter("state").orElse(""))
                .equals(journey.get().state())) {
            return new Stopped("wrong_state", "The state that came back is not the one that was sent.");
        }
        if (!request.parameter("iss").orElse("").equals(settings.issuer().value())) {
            return new Stopped("wrong_issuer", "The iss that came back is not the issuer that was asked.");
        }
        Optional<String> error = request.parameter("error");
        if (error.isPresent()) {
            return new Stopped(
                    error.get(), request.parameter("error_description").orElse(null));
        }
        return request.parameter("code")
                .map(code -> codes.exchange(code, journey.get()))
                .orElseGet(() -> new Stopped("no_code", "Neither a code nor an error came back."));
    }

    private PlaygroundResultPage result(Tokens tokens) {
        return new PlaygroundResultPage(settings.frame(), tokens, AGAIN, signOut(tokens.idToken()));
    }

    /** Carries the ID token, as OIDC RP-Initiated Logout §2 recommends: it opens nothing to whoever finds it. */
    private SafeUrl signOut(String idToken) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("id_token_hint", idToken);
        parameters.put("post_logout_redirect_uri", settings.home());
        return new SafeUrl(settings.issuer().at("/oauth/logout") + "?" + FormEncoding.of(parameters));
    }

    /** Whatever came back, the journey is over. */
    private Response page(int status, View view, Request request) {
        return Response.page(status, pages.html(view), PageKind.PLAYGROUND)
                .withCookie(Journey.forget(request.tenant()));
    }
}
