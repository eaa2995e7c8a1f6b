package dev.rampart.http.setup;

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

/** Where the first administrator is made. Fields may be longer than is taken, so that the page can say so. */
public final class SetupRoutes implements Routes {

    private static final int TOKEN_MAX = 64;

    private final ShowSetupEndpoint showSetup;
    private final CompleteSetupEndpoint completeSetup;

    @Inject
    public SetupRoutes(ShowSetupEndpoint showSetup, CompleteSetupEndpoint completeSetup) {
        this.showSetup = showSetup;
        this.completeSetup = completeSetup;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/setup", new Public(), showSetup)
                        .takes(query("token").max(TOKEN_MAX))
                        .page(PageKind.SIGN_IN),
                post("/setup", new Form(), completeSetup)
                        .takes(form("token").max(TOKEN_MAX), form("email"), form("name"), form("password"))
                        .page(PageKind.SIGN_IN));
    }
}
