package dev.rampart.http.session;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.FindSession;
import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.oauth.logout.LogoutService;
import dev.rampart.oauth.logout.LogoutService.Ask;
import dev.rampart.oauth.logout.LogoutService.EndNow;
import dev.rampart.oauth.logout.LogoutService.Refused;
import jakarta.inject.Inject;

/** {@code POST /logout}: the person has said whether to sign out. */
public final class ConfirmLogoutEndpoint implements Endpoint {

    private final LogoutService logout;
    private final FindSession findSession;
    private final LogoutPages pages;

    @Inject
    public ConfirmLogoutEndpoint(LogoutService logout, FindSession findSession, LogoutPages pages) {
        this.logout = logout;
        this.findSession = findSession;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request) {
        Tenant tenant = request.tenant();
        if (request.parameter("cancel").isPresent()) {
            return Response.redirect(Ways.signIn(tenant));
        }
        return switch (logout.decide(tenant, LogoutEndpoint.asked(request, findSession))) {
            case EndNow(var application, var location) ->
                pages.ended(request, new LogoutPages.Onward(application, location));
            case Ask(var application, var location, var _) ->
                pages.ended(request, new LogoutPages.Onward(application, location));
            case Refused(var why) -> pages.refused(request, why);
        };
    }
}
