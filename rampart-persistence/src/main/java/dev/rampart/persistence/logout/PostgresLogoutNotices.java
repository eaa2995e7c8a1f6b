package dev.rampart.persistence.logout;

import static dev.rampart.persistence.schema.Tables.LOGOUT_NOTICE;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.withRecursive;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.logout.LogoutNotice;
import dev.rampart.domain.logout.LogoutNotices;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.UserId;
import dev.rampart.domain.work.Lease;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.work.Fence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** Notices in the table {@code logout_notice}. */
public record PostgresLogoutNotices(Statements statements, OrgId org) implements LogoutNotices {

    private static final Field<String> RECEIVER = field(name("receiver", "receiver_id"), String.class);
    private static final Field<UUID> FEW_SESSION = field(name("few", "session_id"), UUID.class);
    private static final Field<String> FEW_CLIENT = field(name("few", "client_id"), String.class);
    private static final Field<Instant> FEW_DUE = field(name("few", "due_at"), Instant.class);
    private static final Field<UUID> DUE_SESSION = field(name("due", "due_session"), UUID.class);
    private static final Field<String> DUE_CLIENT = field(name("due", "due_client"), String.class);

    @Override
    public List<Attempt> claim(Lease lease, Room room, Instant now) {
        return statements
                .query(withRecursive(receivers())
                        .with(due(room, now))
                        .update(LOGOUT_NOTICE)
                        .set(LOGOUT_NOTICE.ATTEMPTS, LOGOUT_NOTICE.ATTEMPTS.plus(1))
                        .set(LOGOUT_NOTICE.DUE_AT, room.until())
                        .from(table(name("due")))
                        .where(LOGOUT_NOTICE.ORG_ID.eq(org.value()))
                        .and(LOGOUT_NOTICE.SESSION_ID.eq(DUE_SESSION))
                        .and(LOGOUT_NOTICE.CLIENT_ID.eq(DUE_CLIENT))
                        // Once more, of the row as it is when it is locked: somebody may have been quicker.
                        .and(isDue(now))
                        .and(Fence.holds(lease))
                        .returning(
                                LOGOUT_NOTICE.SESSION_ID,
                                LOGOUT_NOTICE.CLIENT_ID,
                                LOGOUT_NOTICE.USER_ID,
                                LOGOUT_NOTICE.CREATED_AT,
                                LOGOUT_NOTICE.ATTEMPTS))
                .map(PostgresLogoutNotices::attempt);
    }

    /** Steps from application to application along the index, however many rows each of them has. */
    private CommonTableExpression<?> receivers() {
        var next = LOGOUT_NOTICE.as("next");
        var first = select(LOGOUT_NOTICE.CLIENT_ID)
                .from(LOGOUT_NOTICE)
                .where(LOGOUT_NOTICE.ORG_ID.eq(org.value()))
                .and(LOGOUT_NOTICE.GIVEN_UP_AT.isNull())
                .orderBy(LOGOUT_NOTICE.CLIENT_ID)
                .limit(1);
        var further = select(next.CLIENT_ID)
                .from(next)
                .where(next.ORG_ID.eq(org.value()))
                .and(next.GIVEN_UP_AT.isNull())
                .and(next.CLIENT_ID.gt(RECEIVER))
                .orderBy(next.CLIENT_ID)
                .limit(1);
        return name("receiver")
                .fields("receiver_id")
                .as(first.unionAll(
                        select(field(further)).from(table(name("receiver"))).where(RECEIVER.isNotNull())));
    }

    private CommonTableExpression<?> due(Room room, Instant now) {
        var ofOne = select(LOGOUT_NOTICE.SESSION_ID, LOGOUT_NOTICE.CLIENT_ID, LOGOUT_NOTICE.DUE_AT)
                .from(LOGOUT_NOTICE)
                .where(LOGOUT_NOTICE.ORG_ID.eq(org.value()))
                .and(LOGOUT_NOTICE.CLIENT_ID.eq(RECEIVER))
                .and(isDue(now))
                .orderBy(LOGOUT_NOTICE.DUE_AT)
                .limit(room.perClient());
        return name("due")
                .fields("due_session", "due_client")
                .as(select(FEW_SESSION, FEW_CLIENT)
                        .from(table(name("receiver")))
                        .crossJoin(lateral(ofOne).as("few"))
                        .where(RECEIVER.notIn(
                                room.busy().stream().map(ClientId::value).toList()))
                        .orderBy(FEW_DUE)
                        .limit(room.most()));
    }

    @Override
    public void delivered(Attempt attempt) {
        statements.later(deleteFrom(LOGOUT_NOTICE).where(isStill(attempt)));
    }

    @Override
    public void failed(Attempt attempt, Enum<?> why, Instant dueAt) {
        statements.later(update(LOGOUT_NOTICE)
                .set(LOGOUT_NOTICE.FAILURE, why.name())
                .set(LOGOUT_NOTICE.DUE_AT, dueAt)
                .where(isStill(attempt)));
    }

    @Override
    public void giveUp(Attempt attempt, Enum<?> why, Instant now) {
        statements.later(update(LOGOUT_NOTICE)
                .set(LOGOUT_NOTICE.FAILURE, why.name())
                .set(LOGOUT_NOTICE.GIVEN_UP_AT, now)
                .where(isStill(attempt)));
    }

    private static Condition isDue(Instant now) {
        return LOGOUT_NOTICE.GIVEN_UP_AT.isNull().and(LOGOUT_NOTICE.DUE_AT.le(now));
    }

    private Condition isStill(Attempt attempt) {
        LogoutNotice notice = attempt.notice();
        return LOGOUT_NOTICE
                .ORG_ID
                .eq(org.value())
                .and(LOGOUT_NOTICE.SESSION_ID.eq(notice.session().value()))
                .and(LOGOUT_NOTICE.CLIENT_ID.eq(notice.client().value()))
                .and(LOGOUT_NOTICE.ATTEMPTS.eq(attempt.number()))
                .and(LOGOUT_NOTICE.GIVEN_UP_AT.isNull());
    }

    private static Attempt attempt(Record row) {
        LogoutNotice notice = new LogoutNotice(
                new SessionId(row.get(LOGOUT_NOTICE.SESSION_ID)),
                new ClientId(row.get(LOGOUT_NOTICE.CLIENT_ID)),
                new UserId(row.get(LOGOUT_NOTICE.USER_ID)),
                row.get(LOGOUT_NOTICE.CREATED_AT));
        return new Attempt(notice, row.get(LOGOUT_NOTICE.ATTEMPTS));
    }
}
