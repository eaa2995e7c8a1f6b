package dev.rampart.http.session;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.BeginSignIn;
import dev.rampart.domain.session.BeginSignIn.AlreadySignedIn;
import dev.rampart.domain.session.BeginSignIn.Begun;
import dev.rampart.domain.session.Browser;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.session.ShowSignIn;
import dev.rampart.domain.session.SignInFlows.Shown;
import dev.rampart.domain.session.StartedFlow;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.CookieNames;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code GET /login}: the sign-in page of a flow; without one, who is signed in, or a new flow. */
public final class ShowSignInEndpoint implements Endpoint {

    private final ShowSignIn showSignIn;
    private final BeginSignIn beginSignIn;
    private final SignInPages pages;

    @Inject
    public ShowSignInEndpoint(ShowSignIn showSignIn, BeginSignIn beginSignIn, SignInPages pages) {
        this.showSignIn = showSignIn;
        this.beginSignIn = beginSignIn;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        Optional<Secret> flow = request.parameter("flow").map(Secret::of);
        return flow.isPresent() ? show(request, flow.get()) : begin(request);
    }

    private Response show(Request request, Secret flow) {
        Tenant tenant = request.tenant();
        Optional<Shown> shown = showSignIn.show(tenant.id(), flow, Browsers.of(request));
        if (shown.isEmpty()) {
            return pages.expired(request);
        }
        return shown.get().completed()
                ? Response.redirect(Ways.on(tenant, shown.get().request(), flow))
                : pages.form(request, shown.get(), null, null);
    }

    private Response begin(Request request) {
        Tenant tenant = request.tenant();
        Browser browser = Browsers.of(request);
        return switch (beginSignIn.begin(tenant.id(), browser)) {
            case AlreadySignedIn(Session session) -> pages.signedIn(request, session);
            case Begun(StartedFlow flow) ->
                Response.redirect(Ways.signIn(tenant, flow.id()))
                        .withCookie(CookieNames.of(tenant).browser(flow.browser(), null));
        };
    }
}
