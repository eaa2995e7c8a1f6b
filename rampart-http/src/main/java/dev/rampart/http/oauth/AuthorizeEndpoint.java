package dev.rampart.http.oauth;

import static java.util.stream.Collectors.toSet;

import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Fault;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.session.Ways;
import dev.rampart.oauth.authorize.AuthorizationParameters;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code GET} and {@code POST /oauth/authorize}: an application sends a person (RFC 6749 §3.1). */
public final class AuthorizeEndpoint implements Endpoint {

    private final AuthorizationAnswers authorizations;

    @Inject
    public AuthorizeEndpoint(AuthorizationAnswers authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public Response handle(Request request) {
        Map<String, List<String>> values = new HashMap<>(request.parameters());
        values.remove("flow");
        AuthorizationParameters parameters = new AuthorizationParameters(
                values, request.faults().stream().map(Fault::name).collect(toSet()));
        // A POST from another site comes without cookies (SameSite=Lax); the GET that follows it has them.
        return request.method().equals("POST") && request.faults().isEmpty()
                ? Response.redirect(Ways.authorize(request.tenant(), parameters.query()))
                : authorizations.asked(request, parameters);
    }
}
