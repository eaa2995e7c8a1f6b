package dev.rampart.http.oauth;

import dev.rampart.domain.client.Client;
import dev.rampart.http.Admission;
import dev.rampart.http.ClientCheck;
import dev.rampart.http.exchange.Access;
import dev.rampart.http.exchange.Request;
import dev.rampart.oauth.OAuthErrors;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.client.ClientAuthentication;
import dev.rampart.oauth.client.ClientAuthentication.Known;
import dev.rampart.oauth.client.ClientAuthentication.NotAuthenticated;
import jakarta.inject.Inject;

/** Admits clients that authenticate by one of the methods of the route. */
public final class OAuthClientCheck implements ClientCheck {

    private final ClientAuthentication authentication;

    @Inject
    public OAuthClientCheck(ClientAuthentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public Admission check(Access.Client access, Request request) {
        ClientAuthentication.Presented presented = new ClientAuthentication.Presented(
                request.header("Authorization"),
                request.parameter("client_id"),
                request.parameter("client_secret"),
                request.parameter("client_assertion_type"),
                request.parameter("client_assertion"));
        return switch (authentication.authenticate(
                request.tenant(), presented, request.origin().asRequestOrigin())) {
            case Known(Client client) ->
                access.methods().contains(client.authMethod().toString())
                        ? Admission.Admitted.with(new KnownClient(client))
                        : refused(OAuthReply.of(OAuthErrors.invalidClient()));
            case NotAuthenticated(OAuthReply reply) -> refused(reply);
        };
    }

    private static Admission refused(OAuthReply reply) {
        return new Admission.Refused(Replies.of(reply));
    }
}
