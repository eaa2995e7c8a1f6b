package dev.rampart.http.admin;

import dev.rampart.domain.audit.RecordedEvent;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What stands in the JSON of an event of the audit log. */
final class AuditEventShape {

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

    private AuditEventShape() {}

    static Map<String, Object> shown(Tenant tenant, RecordedEvent event) {
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
