package dev.rampart.http;

import dev.rampart.domain.organization.Tenant;
import dev.rampart.http.exchange.Content;
import dev.rampart.http.exchange.Request;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request on its way through the pipeline, and what is known of it so far. Of one thread at a time. */
final class Passage {

    private final Arrival arrival;
    private Request request;

    Passage(Arrival arrival) {
        this.arrival = arrival;
        Request.Line line = switch (arrival.found()) {
            case Router.Found.At at -> new Request.Line(method(), at.path(), at.variables());
            case Router.Found.Nowhere _, Router.Found.Malformed _ ->
                new Request.Line(method(), arrival.line().path(), Map.of());
        };
        this.request = new Request(line, arrival.headers(), Content.NONE, arrival.origin());
    }

    Arrival arrival() {
        return arrival;
    }

    String method() {
        return arrival.line().method();
    }

    String requestId() {
        return arrival.origin().requestId();
    }

    Request request() {
        return request;
    }

    void become(Request other) {
        request = other;
    }

    /** What was found. To be asked only behind the step that turns away what was not. */
    Router.Found.At at() {
        return (Router.Found.At) arrival.found();
    }

    /** The line of the table, or null if there is none for this path and method. */
    @Nullable Route possibleRoute() {
        return arrival.found() instanceof Router.Found.At at ? at.route(method()) : null;
    }

    /** To be asked only behind the step that turns away other methods. */
    Route route() {
        return Optional.ofNullable(possibleRoute()).orElseThrow();
    }

    Cors cors() {
        return arrival.found() instanceof Router.Found.At at ? at.resource().cors() : Cors.NONE;
    }

    Optional<Tenant> tenant() {
        return request.possibleTenant();
    }

    /** The route says so; where there is none, the client does. */
    boolean isReadByAPerson() {
        Route route = possibleRoute();
        return route == null ? request.header("Accept").orElse("").contains("text/html") : route.isPage();
    }
}
