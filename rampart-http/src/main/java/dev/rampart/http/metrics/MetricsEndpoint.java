package dev.rampart.http.metrics;

import dev.rampart.http.exchange.Endpoint;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;

/** {@code GET /metrics}: the numbers, in the text format of Prometheus. */
final class MetricsEndpoint implements Endpoint {

    private final Metrics metrics;

    MetricsEndpoint(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Response handle(Request request) {
        return Response.text(Metrics.CONTENT_TYPE, metrics.written());
    }
}
