package dev.rampart.http.registration;

import dev.rampart.http.Faults;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Access.Public;
import jakarta.inject.Inject;
import java.util.List;

/** Where clients register themselves. Whom their tokens let in is decided with what they want to do. */
public final class RegistrationRoutes implements Routes {

    private static final String ONE = "/oauth/register/{client}";

    private final RegistrationEndpoint registration;
    private final ConfigurationEndpoint configuration;

    @Inject
    public RegistrationRoutes(RegistrationEndpoint registration, ConfigurationEndpoint configuration) {
        this.registration = registration;
        this.configuration = configuration;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post("/oauth/register", new Public(), registration)
                        .takesJson()
                        .tells(Faults.OAUTH),
                Route.of("GET", ONE, new Public(), configuration).tells(Faults.OAUTH),
                Route.of("PUT", ONE, new Public(), configuration).takesJson().tells(Faults.OAUTH),
                Route.of("DELETE", ONE, new Public(), configuration).tells(Faults.OAUTH));
    }
}
