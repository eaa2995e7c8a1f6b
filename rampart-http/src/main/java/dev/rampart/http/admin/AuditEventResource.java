package dev.rampart.http.admin;

import dev.rampart.domain.audit.AuditTrail;
import dev.rampart.domain.audit.ReadAuditTrail;
import dev.rampart.domain.audit.RecordedEvent;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.role.Permission;
import dev.rampart.http.Parameter;
import dev.rampart.http.Route;
import dev.rampart.http.Routes;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Call;
import dev.rampart.http.rest.Conventions;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Problems;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code …/audit-events}: what happened, and what was refused. */
public final class AuditEventResource implements Routes {

    private static final Shape PARTY = Shape.of(
            "Party",
            Property.of("kind", Kind.Text.upTo(32)).asReadOnly(),
            Property.of("id", Kind.Text.upTo(128)).asReadOnly(),
            Property.of("name", Kind.Text.upTo(256)).asReadOnly(),
            Property.of("organization", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of("erased", new Kind.Flag()).asReadOnly());

    static final Shape EVENT = Shape.of(
            "AuditEvent",
            Property.of("id", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of("organization", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of("type", Kind.Text.upTo(64)).asReadOnly(),
            Property.of("actor", new Kind.ObjectOf(PARTY)).asReadOnly(),
            Property.of("target", new Kind.ObjectOf(PARTY)).asReadOnly(),
            Property.of("ip", Kind.Text.upTo(64)).asReadOnly(),
            Property.of("user_agent", Kind.Text.upTo(256)).asReadOnly(),
            Property.of("request_id", Kind.Text.upTo(128)).asReadOnly(),
            Property.of("session", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of("outcome", Kind.Choice.of("success", "failure")).asReadOnly(),
            Property.of("reason", Kind.Text.upTo(64)).asReadOnly(),
            Property.of("changes", new Kind.AnyObject(Integer.MAX_VALUE)).asReadOnly(),
            Property.of("created_at", new Kind.Time()).asReadOnly());

    private static final Description LIST = Description.of(
                    "listAuditEvents",
                    "Searches the audit log: since is included, until is not; what was known of a person who is"
                            + " erased cannot be read any more, and says so by erased")
            .lists(EVENT)
            .filteredBy(
                    Parameter.query("actor").max(128),
                    Parameter.query("target").max(128),
                    Parameter.query("type").max(64),
                    Parameter.query("outcome").max(16),
                    Parameter.query("request_id").max(128),
                    Parameter.query("since").max(40),
                    Parameter.query("until").max(40));
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
        for (String name : List.of("since", "until")) {
            if (call.request().parameter(name).isPresent() && time(call, name).isEmpty()) {
                return Problems.invalid(name, "is not a time such as 2026-01-31T12:00:00Z");
            }
        }
        AuditTrail.Filter filter = new AuditTrail.Filter(
                call.request().parameter("actor"),
                call.request().parameter("target"),
                call.request().parameter("type"),
                call.request().parameter("outcome"),
                call.request().parameter("request_id"),
                time(call, "since"),
                time(call, "until"));
        Tenant tenant = call.request().tenant();
        return call.listed(trail.page(call.org(), filter, call.page()), event -> shown(tenant, event));
    }

    private Response read(Call call) {
        Tenant tenant = call.request().tenant();
        return call.id("event")
                .flatMap(id -> trail.find(call.org(), id))
                .map(event -> Response.json(200, shown(tenant, event)))
                .orElseGet(Problems::notThere);
    }

    private static Optional<Instant> time(Call call, String name) {
        try {
            return call.request().parameter(name).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> shown(Tenant tenant, RecordedEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", event.id().toString());
        members.put("organization", tenant.id().toString());
        members.put("type", event.type());
        Map<String, Object> actor = shown(event.actor());
        event.actorOrganization().ifPresent(org -> actor.put("organization", org.toString()));
        members.put("actor", actor);
        event.target().ifPresent(target -> members.put("target", shown(target)));
        event.ip().ifPresent(ip -> members.put("ip", ip));
        event.userAgent().ifPresent(agent -> members.put("user_agent", agent));
        event.requestId().ifPresent(id -> members.put("request_id", id));
        event.session().map(UUID::toString).ifPresent(id -> members.put("session", id));
        members.put("outcome", event.outcome());
        event.reason().ifPresent(reason -> members.put("reason", reason));
        members.put("changes", RecordedChanges.shown(event));
        members.put("created_at", event.createdAt().toString());
        return members;
    }

    private static Map<String, Object> shown(RecordedEvent.Party party) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", party.kind());
        party.id().ifPresent(id -> members.put("id", id));
        party.name().ifPresent(name -> members.put("name", name));
        if (party.erased()) {
            members.put("erased", true);
        }
        return members;
    }
}
