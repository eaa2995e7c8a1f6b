package dev.rampart.http.oauth;

import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.oauth.token.TokenForm;
import dev.rampart.oauth.token.TokenService;
import jakarta.inject.Inject;

/** {@code POST /oauth/token}: exchanges a grant for tokens (RFC 6749 §3.2). */
public final class TokenEndpoint implements Endpoint {

    private final TokenService tokens;

    @Inject
    public TokenEndpoint(TokenService tokens) {
        this.tokens = tokens;
    }

    @Override
    public Response handle(Request request) {
        return Replies.of(tokens.exchange(
                request.tenant(),
                request.credential(KnownClient.class).client(),
                new TokenForm(request.parameters()),
                request.origin().asRequestOrigin()));
    }
}
