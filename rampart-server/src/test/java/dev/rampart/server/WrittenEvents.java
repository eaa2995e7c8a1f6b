package dev.rampart.server;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.SealedEvent;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.persistence.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log as it lies in the table, proven anew from nothing but its rows. */
final class WrittenEvents {

    private WrittenEvents() {}

    /** How many there are. Throws {@link AssertionError} if the hash or the MAC of one is not what its row gives. */
    static int verified(Vault vault) throws SQLException {
        try (Connection connection = TestPostgres.server().asSuperuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM audit_event")) {
            List<String> wrong = new ArrayList<>();
            int count = 0;
            while (row.next()) {
                count++;
                OrgId org = new OrgId(row.getObject("org_id", UUID.class));
                byte[] hash = CanonicalEvent.hash(org, sealed(row)).bytes();
                if (!Arrays.equals(hash, row.getBytes("hash"))
                        || !Arrays.equals(vault.auditMac(org, hash), row.getBytes("mac"))) {
                    wrong.add(row.getString("type") + " " + row.getString("id"));
                }
            }
            if (!wrong.isEmpty()) {
                throw new AssertionError("these are not what was written: " + wrong);
            }
            return count;
        }
    }

    private static SealedEvent sealed(ResultSet row) throws SQLException {
        Actor actor = new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT)),
                text(row, "actor_id"),
                text(row, "actor_name"),
                id(row, "actor_org_id").map(OrgId::new));
        AuditEvent event = new AuditEvent(
                new AuditEventId(row.getObject("id", UUID.class)),
                type(row.getString("type")),
                actor,
                target(row),
                new RequestOrigin(
                        text(row, "ip").orElse(""),
                        "",
                        text(row, "user_agent"),
                        text(row, "request_id").orElse("")),
                id(row, "session_id").map(UUID::toString),
                text(row, "reason"),
                changes(row.getString("changes")),
                row.getObject("created_at", Timestamp.class).toInstant());
        return new SealedEvent(
                event,
                Optional.ofNullable(row.getBytes("actor_personal")),
                Optional.ofNullable(row.getBytes("target_personal")));
    }

    private static AuditEvent.Type type(String text) {
        return Arrays.stream(AuditEvent.Type.values())
                .filter(type -> type.toString().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Target> target(ResultSet row) throws SQLException {
        if (text(row, "target_kind").isEmpty()) {
            return Optional.empty();
        }
        Target.Kind kind = Target.Kind.valueOf(row.getString("target_kind").toUpperCase(Locale.ROOT));
        return Optional.of(new Target(kind, row.getString("target_id"), text(row, "target_name")));
    }

    private static SortedMap<String, Change> changes(String json) {
        SortedMap<String, Change> changes = new TreeMap<>();
        for (var member : JsonMapper.shared().readTree(json).properties()) {
            changes.put(
                    member.getKey(), new Change(value(member.getValue(), "before"), value(member.getValue(), "after")));
        }
        return changes;
    }

    private static Optional<String> value(JsonNode change, String side) {
        return Optional.of(change.path(side)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }
}
