package dev.rampart.persistence.audit;

import static dev.rampart.persistence.schema.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import dev.rampart.domain.audit.AuditTrail;
import dev.rampart.domain.audit.RecordedEvent;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** The audit log in the table {@code audit_event}, whose ids are ordered by time. */
public record PostgresAuditTrail(Statements statements, OrgId org, Vault vault) implements AuditTrail {

    @Override
    public Page<RecordedEvent> page(Filter filter, PageRequest request) {
        RecordedRow reading = new RecordedRow(org, vault);
        Keyset keyset = Keyset.byId(AUDIT_EVENT.ID, request);
        List<RecordedEvent> read = statements
                .query(selected()
                        .and(equal(AUDIT_EVENT.ACTOR_ID, filter.actor()))
                        .and(equal(AUDIT_EVENT.TARGET_ID, filter.target()))
                        .and(equal(AUDIT_EVENT.TYPE, filter.type()))
                        .and(equal(AUDIT_EVENT.OUTCOME, filter.outcome()))
                        .and(equal(AUDIT_EVENT.REQUEST_ID, filter.requestId()))
                        .and(filter.since()
                                .map(since -> AUDIT_EVENT.ID.ge(firstIdOf(since)))
                                .orElse(trueCondition()))
                        .and(filter.until()
                                .map(until -> AUDIT_EVENT.ID.lt(firstIdOf(until)))
                                .orElse(trueCondition()))
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(reading::toDomain);
        return Page.of(read, request, event -> Position.of(event.id().toString()));
    }

    @Override
    public Optional<RecordedEvent> find(UUID id) {
        RecordedRow reading = new RecordedRow(org, vault);
        return statements.query(selected().and(AUDIT_EVENT.ID.eq(id))).stream()
                .map(reading::toDomain)
                .findFirst();
    }

    private SelectConditionStep<Record> selected() {
        return select(RecordedRow.columns(org)).from(AUDIT_EVENT).where(AUDIT_EVENT.ORG_ID.eq(org.value()));
    }

    private static Condition equal(Field<String> column, Optional<String> value) {
        return value.map(column::eq).orElse(trueCondition());
    }

    /** The lowest UUIDv7 of a millisecond (RFC 9562 §5.7): time is asked of the ids, which the partitions know. */
    private static UUID firstIdOf(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16, 0);
    }
}
