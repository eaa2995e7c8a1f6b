package dev.rampart.http.metrics;

import static dev.rampart.http.Route.get;

import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.Tenancy;
import dev.rampart.http.exchange.Access.Operator;
import java.util.List;

/** The one route of those who watch the server. */
public final class MetricsRoutes implements Routes {

    private final MetricsEndpoint endpoint;

    public MetricsRoutes(Metrics metrics) {
        this.endpoint = new MetricsEndpoint(metrics);
    }

    @Override
    public List<Route> routes() {
        return List.of(get("/metrics", new Operator(), endpoint).tenancy(Tenancy.NONE));
    }
}
