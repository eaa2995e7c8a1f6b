package dev.rampart.http.session;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.Browser;
import dev.rampart.domain.session.FindSession;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.oauth.authorize.AuthorizationParameters;
import dev.rampart.oauth.logout.LogoutService;
import dev.rampart.oauth.logout.LogoutService.Ask;
import dev.rampart.oauth.logout.LogoutService.EndNow;
import dev.rampart.oauth.logout.LogoutService.Refusal;
import dev.rampart.oauth.logout.LogoutService.Refused;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET} and {@code POST /oauth/logout}: an application sends a person to be signed out (OIDC RP-Initiated Logout
 * §2). {@code GET /logout} is the same for a person who comes by themselves.
 */
public final class LogoutEndpoint implements Endpoint {

    private final LogoutService logout;
    private final FindSession findSession;
    private final LogoutPages pages;
    private final Entropy entropy;

    @Inject
    public LogoutEndpoint(LogoutService logout, FindSession findSession, LogoutPages pages, Entropy entropy) {
        this.logout = logout;
        this.findSession = findSession;
        this.pages = pages;
        this.entropy = entropy;
    }

    @Override
    public Response handle(Request request) {
        Tenant tenant = request.tenant();
        String query = new AuthorizationParameters(request.parameters(), Set.of()).query();
        if (request.method().equals("POST")) {
            // From another site it comes without cookies (SameSite=Lax); the GET that follows it has them.
            return Response.redirect(tenant.issuer().path() + "/oauth/logout?" + query);
        }
        Browser browser = Browsers.of(request);
        Optional<Session> session = findSession.find(tenant.id(), browser);
        return switch (logout.decide(tenant, asked(request, session))) {
            case EndNow(Optional<String> application, Optional<String> location) ->
                pages.ended(request, new LogoutPages.Onward(application, location));
            case Ask ask ->
                ask.session().isEmpty()
                        ? pages.ended(request, LogoutPages.Onward.NOWHERE)
                        : pages.asked(request, ask, query, browser.id().orElseGet(() -> Secret.random(entropy)));
            case Refused(Refusal why) -> pages.refused(request, why);
        };
    }

    /** What was asked, with whoever is signed in. */
    static LogoutService.Request asked(Request request, FindSession findSession) {
        return asked(request, findSession.find(request.tenant().id(), Browsers.of(request)));
    }

    private static LogoutService.Request asked(Request request, Optional<Session> session) {
        return new LogoutService.Request(
                request.parameter("id_token_hint"),
                request.parameter("client_id"),
                request.parameter("post_logout_redirect_uri"),
                request.parameter("state"),
                session);
    }
}
