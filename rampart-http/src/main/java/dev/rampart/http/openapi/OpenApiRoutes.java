package dev.rampart.http.openapi;

import static dev.rampart.http.Route.get;

import dev.rampart.http.Cors;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.Tenancy;
import dev.rampart.http.exchange.Access.Public;
import jakarta.inject.Inject;
import java.util.List;

/** Where the description of the API is. */
public final class OpenApiRoutes implements Routes {

    private final OpenApiEndpoint document;

    @Inject
    public OpenApiRoutes(OpenApiEndpoint document) {
        this.document = document;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/openapi.json", new Public(), document)
                        .tenancy(Tenancy.NONE)
                        .cors(Cors.ANY_ORIGIN)
                        .cached(),
                get("/openapi.yaml", new Public(), document)
                        .tenancy(Tenancy.NONE)
                        .cors(Cors.ANY_ORIGIN)
                        .cached());
    }
}
