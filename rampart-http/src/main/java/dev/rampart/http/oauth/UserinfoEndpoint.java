package dev.rampart.http.oauth;

import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.oauth.userinfo.UserinfoService;
import jakarta.inject.Inject;

/** {@code GET} and {@code POST /oauth/userinfo}: who the person of an access token is (OIDC Core §5.3). */
public final class UserinfoEndpoint implements Endpoint {

    private final UserinfoService userinfo;

    @Inject
    public UserinfoEndpoint(UserinfoService userinfo) {
        this.userinfo = userinfo;
    }

    @Override
    public Response handle(Request request) {
        return Replies.of(userinfo.read(
                request.tenant(), request.credential(VerifiedToken.class).token()));
    }
}
