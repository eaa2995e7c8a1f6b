package dev.rampart.persistence.audit;

import static dev.rampart.persistence.schema.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import dev.rampart.domain.audit.AuditTrail;
import dev.rampart.domain.audit.RecordedEvent;
import dev.rampart.domain.audit.RecordedEvent.Party;
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
public record PostgresAuditTrail(Statements statements, OrgId org) implements AuditTrail {

    @Override
    public Page<RecordedEvent> page(Filter filter, PageRequest request) {
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
                .map(PostgresAuditTrail::toDomain);
        return Page.of(read, request, event -> Position.of(event.id().toString()));
    }

    @Override
    public Optional<RecordedEvent> find(UUID id) {
        return statements.query(selected().and(AUDIT_EVENT.ID.eq(id))).stream()
                .map(PostgresAuditTrail::toDomain)
                .findFirst();
    }

    private SelectConditionStep<Record> selected() {
        List<Field<?>> columns = List.of(
                AUDIT_EVENT.ID,
                AUDIT_EVENT.TYPE,
                AUDIT_EVENT.ACTOR_KIND,
                AUDIT_EVENT.ACTOR_ID,
                AUDIT_EVENT.ACTOR_NAME,
                AUDIT_EVENT.ACTOR_ORG_ID,
                AUDIT_EVENT.TARGET_KIND,
                AUDIT_EVENT.TARGET_ID,
                AUDIT_EVENT.TARGET_NAME,
                AUDIT_EVENT.IP,
                AUDIT_EVENT.USER_AGENT,
                AUDIT_EVENT.REQUEST_ID,
                AUDIT_EVENT.SESSION_ID,
                AUDIT_EVENT.OUTCOME,
                AUDIT_EVENT.REASON,
                AUDIT_EVENT.CHANGES,
                AUDIT_EVENT.CREATED_AT);
        return select(columns).from(AUDIT_EVENT).where(AUDIT_EVENT.ORG_ID.eq(org.value()));
    }

    private static Condition equal(Field<String> column, Optional<String> value) {
        return value.map(column::eq).orElse(trueCondition());
    }

    /** The lowest UUIDv7 of a millisecond (RFC 9562 §5.7): time is asked of the ids, which the partitions know. */
    private static UUID firstIdOf(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16, 0);
    }

    private static RecordedEvent toDomain(Record row) {
        return new RecordedEvent(
                row.get(AUDIT_EVENT.ID),
                row.get(AUDIT_EVENT.TYPE),
                new Party(
                        row.get(AUDIT_EVENT.ACTOR_KIND),
                        Optional.ofNullable(row.get(AUDIT_EVENT.ACTOR_ID)),
                        Optional.ofNullable(row.get(AUDIT_EVENT.ACTOR_NAME))),
                Optional.ofNullable(row.get(AUDIT_EVENT.ACTOR_ORG_ID)).map(OrgId::new),
                Optional.ofNullable(row.get(AUDIT_EVENT.TARGET_KIND))
                        .map(kind -> new Party(
                                kind,
                                Optional.ofNullable(row.get(AUDIT_EVENT.TARGET_ID)),
                                Optional.ofNullable(row.get(AUDIT_EVENT.TARGET_NAME)))),
                Optional.ofNullable(row.get(AUDIT_EVENT.IP)),
                Optional.ofNullable(row.get(AUDIT_EVENT.USER_AGENT)),
                Optional.ofNullable(row.get(AUDIT_EVENT.REQUEST_ID)),
                Optional.ofNullable(row.get(AUDIT_EVENT.SESSION_ID)),
                row.get(AUDIT_EVENT.OUTCOME),
                Optional.ofNullable(row.get(AUDIT_EVENT.REASON)),
                row.get(AUDIT_EVENT.CHANGES).data(),
                row.get(AUDIT_EVENT.CREATED_AT));
    }
}
