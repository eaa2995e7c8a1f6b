package dev.rampart.http.oauth;

import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.oauth.revocation.RevocationService;
import jakarta.inject.Inject;

/** {@code POST /oauth/revoke}: a client has no more use for a token (RFC 7009 §2). */
public final class RevocationEndpoint implements Endpoint {

    private final RevocationService revocations;

    @Inject
    public RevocationEndpoint(RevocationService revocations) {
        this.revocations = revocations;
    }

    @Override
    public Response handle(Request request) {
        return TokenParameter.of(
                request,
                token -> revocations.revoke(
                        request.tenant(),
                        request.credential(KnownClient.class).client(),
                        token,
                        request.origin().asRequestOrigin()));
    }
}
