package dev.rampart.http.session;

import dev.rampart.domain.session.ReplacePassword;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import jakarta.inject.Inject;

/** {@code GET /login/password}: where a flow that waits for a new password asks for it. */
public final class ShowNewPasswordEndpoint implements Endpoint {

    private final ReplacePassword replacePassword;
    private final SignInPages pages;

    @Inject
    public ShowNewPasswordEndpoint(ReplacePassword replacePassword, SignInPages pages) {
        this.replacePassword = replacePassword;
        this.pages = pages;
    }

    /** A flow that waits for none is where it was: at the sign-in page. */
    @Override
    public Response handle(Request request) {
        Secret flow = Secret.of(request.parameter("flow").orElseThrow());
        return replacePassword
                .asked(request.tenant().id(), flow, Browsers.of(request))
                .map(asked -> pages.newPassword(request, asked, null))
                .orElseGet(() -> Response.redirect(Ways.signIn(request.tenant(), flow)));
    }
}
