package dev.rampart.http.invitation;

import static dev.rampart.http.Parameter.form;
import static dev.rampart.http.Parameter.query;
import static dev.rampart.http.Route.get;
import static dev.rampart.http.Route.post;

import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Access.Form;
import dev.rampart.http.exchange.Access.Public;
import dev.rampart.http.exchange.PageKind;
import jakarta.inject.Inject;
import java.util.List;

/** Where somebody who was invited joins. Fields may be longer than is taken, so that the page can say so. */
public final class InvitationRoutes implements Routes {

    private static final int TOKEN_MAX = 64;

    private final ShowInvitationEndpoint show;
    private final AcceptInvitationEndpoint accept;

    @Inject
    public InvitationRoutes(ShowInvitationEndpoint show, AcceptInvitationEndpoint accept) {
        this.show = show;
        this.accept = accept;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/invitation", new Public(), show)
                        .takes(query("token").max(TOKEN_MAX))
                        .page(PageKind.SIGN_IN),
                post("/invitation", new Form(), accept)
                        .takes(form("token").max(TOKEN_MAX), form("name"), form("password"))
                        .page(PageKind.SIGN_IN));
    }
}
