package dev.rampart.http.health;

import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /readyz}: whether this server can do its work, and if not, for want of what. */
public final class ReadyEndpoint implements Endpoint {

    private final Readiness readiness;

    @Inject
    public ReadyEndpoint(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public Response handle(Request request) {
        Map<String, Boolean> checks = new TreeMap<>(readiness.checks());
        boolean ready = !checks.containsValue(false);
        return Response.json(ready ? 200 : 503, Map.of("status", ready ? "ready" : "not ready", "checks", checks));
    }
}
