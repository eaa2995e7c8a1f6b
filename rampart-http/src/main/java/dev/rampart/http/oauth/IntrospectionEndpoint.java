package dev.rampart.http.oauth;

import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.oauth.introspection.IntrospectionService;
import jakarta.inject.Inject;

/** {@code POST /oauth/introspect}: whether a token is good (RFC 7662 §2). */
public final class IntrospectionEndpoint implements Endpoint {

    private final IntrospectionService introspections;

    @Inject
    public IntrospectionEndpoint(IntrospectionService introspections) {
        this.introspections = introspections;
    }

    @Override
    public Response handle(Request request) {
        return TokenParameter.of(
                request,
                token -> introspections.introspect(
                        request.tenant(), request.credential(KnownClient.class).client(), token));
    }
}
