package dev.rampart.http.admin;

import static dev.rampart.http.admin.AuditEventShape.EVENT;

import dev.rampart.domain.audit.ReadAuditTrail;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.role.Permission;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Problems;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** {@code …/audit-events}: what happened, and what was refused. */
public final class AuditEventResource implements Routes {

    private static final Description LIST = Description.of(
                    "listAuditEvents",
                    "Searches the audit log: since is included, until is not; what was known of a person who is"
                            + " erased cannot be read any more, and says so by erased")
            .lists(EVENT)
            .filteredBy(AuditFilter.parameters());
    private static final Description READ =
            Description.of("readAuditEvent", "Reads an event of the audit log").answers(200, EVENT);

    private final Conventions api;
    private final ReadAuditTrail trail;

    @Inject
    public AuditEventResource(Conventions api, ReadAuditTrail trail) {
        this.api = api;
        this.trail = trail;
    }

    @Override
    public List<Route> routes() {
        return AdminRoute.all(List.of(
                AdminRoute.both("GET", "/audit-events", Permission.AUDIT_READ, api.operation(LIST, this::list)),
                AdminRoute.both(
                        "GET", "/audit-events/{event}", Permission.AUDIT_READ, api.operation(READ, this::read))));
    }

    private Response list(Call call) {
        Optional<Response> problem = AuditFilter.problem(call.request());
        if (problem.isPresent()) {
            return problem.get();
        }
        Tenant tenant = call.request().tenant();
        return call.listed(
                trail.page(call.org(), AuditFilter.of(call.request()), call.page()),
                event -> AuditEventShape.shown(tenant, event));
    }

    private Response read(Call call) {
        Tenant tenant = call.request().tenant();
        return call.id("event")
                .flatMap(id -> trail.find(call.org(), id))
                .map(event -> Response.json(200, AuditEventShape.shown(tenant, event)))
                .orElseGet(Problems::notThere);
    }
}
