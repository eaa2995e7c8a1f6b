package dev.rampart.http.registration;

import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.oauth.Replies;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.registration.RegistrationService;

/** How a client is told what became of its registration (RFC 7591 §3.2). */
final class RegistrationAnswer {

    private RegistrationAnswer() {}

    static Response of(Request request, int status, RegistrationService.Outcome outcome) {
        return switch (outcome) {
            case RegistrationService.Kept kept ->
                Response.json(status, RegistrationShape.shown(kept, uri(request, kept)));
            case RegistrationService.Refused(OAuthReply reply) -> Replies.of(reply);
        };
    }

    private static String uri(Request request, RegistrationService.Kept kept) {
        return request.tenant()
                .issuer()
                .at("/oauth/register/" + kept.managed().client().id().value());
    }
}
