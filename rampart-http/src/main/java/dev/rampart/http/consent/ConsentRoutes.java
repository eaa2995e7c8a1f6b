package dev.rampart.http.consent;

import static dev.rampart.http.Parameter.form;
import static dev.rampart.http.Parameter.query;
import static dev.rampart.http.Route.get;
import static dev.rampart.http.Route.post;

import dev.rampart.http.Parameter;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Access.Form;
import dev.rampart.http.exchange.Access.Public;
import dev.rampart.http.exchange.PageKind;
import jakarta.inject.Inject;
import java.util.List;

/** {@code /consent}: whether an application may. */
public final class ConsentRoutes implements Routes {

    private static final Parameter FLOW = query("flow").max(64).asRequired();

    private final ShowConsentEndpoint show;
    private final ConsentEndpoint consent;

    @Inject
    public ConsentRoutes(ShowConsentEndpoint show, ConsentEndpoint consent) {
        this.show = show;
        this.consent = consent;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/consent", new Public(), show).takes(FLOW).page(PageKind.SIGN_IN),
                post("/consent", new Form(), consent)
                        .takes(FLOW, form("consent").max(16))
                        .page(PageKind.SIGN_IN));
    }
}
