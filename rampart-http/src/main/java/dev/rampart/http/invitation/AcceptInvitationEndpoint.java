package dev.rampart.http.invitation;

import dev.rampart.domain.invitation.AcceptInvitation;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.invitation.InvitationPages.Form;
import dev.rampart.http.session.Browsers;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code POST /invitation}: what somebody who was invited chose. */
public final class AcceptInvitationEndpoint implements Endpoint {

    private final AcceptInvitation accept;
    private final InvitationPages pages;

    @Inject
    public AcceptInvitationEndpoint(AcceptInvitation accept, InvitationPages pages) {
        this.accept = accept;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        Optional<String> name = request.parameter("name");
        AcceptInvitation.Request asked = new AcceptInvitation.Request(
                Secret.of(request.parameter("token").orElse("")),
                name,
                Secret.of(request.parameter("password").orElse("")),
                request.origin().asRequestOrigin());
        // The route lets nobody in without the browser cookie.
        Secret browser = Browsers.of(request).id().orElseThrow();
        return switch (accept.accept(request.tenant().id(), asked)) {
            case AcceptInvitation.Accepted(var user) ->
                pages.done(request, user.email().orElseThrow());
            case AcceptInvitation.Mistaken(var shown, var mistakes) ->
                pages.form(request, new Form(shown, browser, name), mistakes);
            case AcceptInvitation.Busy(var shown) -> pages.busy(request, new Form(shown, browser, name));
            case AcceptInvitation.Gone(), AcceptInvitation.Needless() -> pages.gone(request);
        };
    }
}
