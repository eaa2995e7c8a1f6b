package dev.rampart.http.admin;

import dev.rampart.domain.audit.AuditTrail;
import dev.rampart.http.Parameter;
import dev.rampart.http.exchange.Request;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The parameters that choose among the events of the audit log. */
final class AuditFilter {

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.query("actor").max(128),
            Parameter.query("target").max(128),
            Parameter.query("type").max(64),
            Parameter.query("outcome").max(16),
            Parameter.query("request_id").max(128),
            Parameter.query("since").max(40),
            Parameter.query("until").max(40));

    private AuditFilter() {}

    static Parameter[] parameters() {
        return PARAMETERS.toArray(Parameter[]::new);
    }

    /** What is wrong with them. */
    static Optional<Response> problem(Request request) {
        for (String name : List.of("since", "until")) {
            if (request.parameter(name).isPresent() && time(request, name).isEmpty()) {
                return Optional.of(Problems.invalid(name, "is not a time such as 2026-01-31T12:00:00Z"));
            }
        }
        return Optional.empty();
    }

    /** What they choose, if nothing is wrong with them. */
    static AuditTrail.Filter of(Request request) {
        return new AuditTrail.Filter(
                request.parameter("actor"),
                request.parameter("target"),
                request.parameter("type"),
                request.parameter("outcome"),
                request.parameter("request_id"),
                time(request, "since"),
                time(request, "until"));
    }

    private static Optional<Instant> time(Request request, String name) {
        try {
            return request.parameter(name).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
