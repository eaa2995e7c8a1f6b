package dev.rampart.persistence.audit;

import static dev.rampart.persistence.schema.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonObject;
import static org.jooq.impl.DSL.key;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.SealedEvent;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.JSONEntry;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** One event as the columns of its row, with its hash and its MAC. */
public final class AuditRow {

    private AuditRow() {}

    public static Map<Field<?>, Field<?>> of(OrgId org, SealedEvent sealed, Vault vault) {
        byte[] hash = CanonicalEvent.hash(org, sealed).bytes();
        AuditEvent event = sealed.rest();
        Map<Field<?>, Field<?>> row = new LinkedHashMap<>();
        put(row, AUDIT_EVENT.ORG_ID, org.value());
        put(row, AUDIT_EVENT.ID, event.id().value());
        put(row, AUDIT_EVENT.TYPE, event.type().toString());
        put(row, event.actor());
        put(row, event.target());
        put(row, AUDIT_EVENT.IP, unlessEmpty(event.origin().ip()));
        put(row, AUDIT_EVENT.USER_AGENT, event.origin().userAgent().orElse(null));
        put(row, AUDIT_EVENT.REQUEST_ID, unlessEmpty(event.origin().requestId()));
        put(row, AUDIT_EVENT.SESSION_ID, event.session().map(UUID::fromString).orElse(null));
        put(row, AUDIT_EVENT.OUTCOME, CanonicalEvent.word(event.outcome()));
        put(row, AUDIT_EVENT.REASON, event.reason().orElse(null));
        row.put(AUDIT_EVENT.CHANGES, changes(event));
        put(row, AUDIT_EVENT.ACTOR_PERSONAL, sealed.ofActor().orElse(null));
        put(row, AUDIT_EVENT.TARGET_PERSONAL, sealed.ofTarget().orElse(null));
        put(row, AUDIT_EVENT.CREATED_AT, event.createdAt());
        put(row, AUDIT_EVENT.HASH, hash);
        put(row, AUDIT_EVENT.MAC, vault.auditMac(org, hash));
        return row;
    }

    private static void put(Map<Field<?>, Field<?>> row, Actor actor) {
        put(row, AUDIT_EVENT.ACTOR_KIND, CanonicalEvent.word(actor.kind()));
        put(row, AUDIT_EVENT.ACTOR_ID, actor.id().orElse(null));
        put(row, AUDIT_EVENT.ACTOR_NAME, actor.name().orElse(null));
        put(
                row,
                AUDIT_EVENT.ACTOR_ORG_ID,
                actor.organization().map(OrgId::value).orElse(null));
    }

    private static void put(Map<Field<?>, Field<?>> row, Optional<Target> target) {
        put(
                row,
                AUDIT_EVENT.TARGET_KIND,
                target.map(Target::kind).map(CanonicalEvent::word).orElse(null));
        put(row, AUDIT_EVENT.TARGET_ID, target.map(Target::id).orElse(null));
        put(row, AUDIT_EVENT.TARGET_NAME, target.flatMap(Target::name).orElse(null));
    }

    private static <T> void put(Map<Field<?>, Field<?>> row, Field<T> column, @Nullable T value) {
        row.put(column, value == null ? inline(null, column) : val(value, column));
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** {@code {field: {before, after}}}. */
    private static Field<JSONB> changes(AuditEvent event) {
        return jsonObject(event.changes().entrySet().stream()
                        .map(entry -> key(entry.getKey()).value(change(entry.getValue())))
                        .<JSONEntry<?>>map(entry -> entry)
                        .toList())
                .cast(SQLDataType.JSONB);
    }

    private static Field<?> change(Change change) {
        return jsonObject(
                key("before").value(val(change.before().orElse(null), SQLDataType.CLOB)),
                key("after").value(val(change.after().orElse(null), SQLDataType.CLOB)));
    }
}
