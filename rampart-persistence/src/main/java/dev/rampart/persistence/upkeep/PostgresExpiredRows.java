package dev.rampart.persistence.upkeep;

import static dev.rampart.persistence.schema.Tables.AUTHORIZATION_CODE;
import static dev.rampart.persistence.schema.Tables.CLIENT_ASSERTION;
import static dev.rampart.persistence.schema.Tables.IDEMPOTENCY_KEY;
import static dev.rampart.persistence.schema.Tables.INITIAL_ACCESS_TOKEN;
import static dev.rampart.persistence.schema.Tables.INVITATION;
import static dev.rampart.persistence.schema.Tables.LOGOUT_NOTICE;
import static dev.rampart.persistence.schema.Tables.OUTBOX;
import static dev.rampart.persistence.schema.Tables.REFRESH_TOKEN;
import static dev.rampart.persistence.schema.Tables.REQUEST_RATE;
import static dev.rampart.persistence.schema.Tables.REVOKED_TOKEN;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.SETUP_LINK;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_FLOW;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_THROTTLE;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.one;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.session.SignInAttempts;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.upkeep.ExpiredRows;
import dev.rampart.domain.work.Lease;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.work.Fence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** Deletes what has expired from every table whose rows do, in one statement. */
public record PostgresExpiredRows(DataSource pool) implements ExpiredRows {

    /** For whoever comes a little late, and is told so rather than that there never was such a thing. */
    private static final Duration LATE = Duration.ofDays(1);

    private static final Duration REPEATABLE = Duration.ofHours(24);

    /** So long may a grant be refreshed, and so long are its session and itself remembered. */
    private static final Duration REFRESHABLE = Duration.ofDays(90);

    /** So long can be seen what became of an invitation or a mail. */
    private static final Duration TOLD = Duration.ofDays(90);

    @Override
    public boolean remove(OrgId org, Lease lease, Batch batch) {
        List<CommonTableExpression<?>> deletions = new ArrayList<>();
        for (Expired expired : expired(org, batch.now())) {
            deletions.add(expired.deletion(org, lease, batch.limit()));
        }
        Condition full = or(deletions.stream()
                .map(deletion -> field(selectCount().from(table(name(deletion.getName()))))
                        .ge(batch.limit()))
                .toList());
        Field<Boolean> more = field(full).as("more");
        return Statements.alone(
                pool,
                org,
                statements -> statements
                        .query(with(deletions).select(more))
                        .getFirst()
                        .get(more));
    }

    private static List<Expired> expired(OrgId org, Instant now) {
        Instant late = now.minus(LATE);
        Instant told = now.minus(TOLD);
        return List.of(
                new Expired(SIGN_IN_FLOW, SIGN_IN_FLOW.EXPIRES_AT.lt(late)),
                new Expired(AUTHORIZATION_CODE, AUTHORIZATION_CODE.EXPIRES_AT.lt(late)),
                new Expired(REFRESH_TOKEN, REFRESH_TOKEN.EXPIRES_AT.lt(late)),
                new Expired(REVOKED_TOKEN, REVOKED_TOKEN.EXPIRES_AT.lt(late)),
                new Expired(USER_GRANT, grants(org, now.minus(REFRESHABLE))),
                new Expired(SESSION, sessions(now.minus(REFRESHABLE))),
                new Expired(
                        SIGN_IN_THROTTLE,
                        SIGN_IN_THROTTLE
                                .LAST_AT
                                .lt(now.minus(SignInAttempts.FORGOTTEN_AFTER))
                                .and(SIGN_IN_THROTTLE.BLOCKED_UNTIL.lt(now))),
                // A request that was due by now is counted as if there had been none.
                new Expired(REQUEST_RATE, REQUEST_RATE.DUE_AT.lt(now)),
                new Expired(IDEMPOTENCY_KEY, IDEMPOTENCY_KEY.CREATED_AT.lt(now.minus(REPEATABLE))),
                new Expired(INITIAL_ACCESS_TOKEN, INITIAL_ACCESS_TOKEN.EXPIRES_AT.lt(late)),
                new Expired(CLIENT_ASSERTION, CLIENT_ASSERTION.EXPIRES_AT.lt(now)),
                new Expired(SETUP_LINK, SETUP_LINK.EXPIRES_AT.lt(late)),
                new Expired(OUTBOX, OUTBOX.GIVEN_UP_AT.lt(told)),
                new Expired(LOGOUT_NOTICE, LOGOUT_NOTICE.GIVEN_UP_AT.lt(told)),
                new Expired(INVITATION, invitations(told)));
    }

    /** Those of sessions that are over, once no code and no refresh token leans on them. */
    private static Condition grants(OrgId org, Instant before) {
        return USER_GRANT
                .SESSION_ID
                .in(select(SESSION.SESSION_ID)
                        .from(SESSION)
                        .where(SESSION.ORG_ID.eq(org.value()))
                        .and(SESSION.EXPIRES_AT.lt(before)))
                .and(notExists(selectOne()
                        .from(AUTHORIZATION_CODE)
                        .where(AUTHORIZATION_CODE.ORG_ID.eq(USER_GRANT.ORG_ID))
                        .and(AUTHORIZATION_CODE.GRANT_ID.eq(USER_GRANT.GRANT_ID))))
                .and(notExists(selectOne()
                        .from(REFRESH_TOKEN)
                        .where(REFRESH_TOKEN.ORG_ID.eq(USER_GRANT.ORG_ID))
                        .and(REFRESH_TOKEN.GRANT_ID.eq(USER_GRANT.GRANT_ID))));
    }

    private static Condition sessions(Instant before) {
        return SESSION.EXPIRES_AT
                .lt(before)
                .and(notExists(selectOne()
                        .from(USER_GRANT)
                        .where(USER_GRANT.ORG_ID.eq(SESSION.ORG_ID))
                        .and(USER_GRANT.SESSION_ID.eq(SESSION.SESSION_ID))));
    }

    private static Condition invitations(Instant before) {
        return INVITATION
                .EXPIRES_AT
                .lt(before)
                .and(coalesce(INVITATION.ACCEPTED_AT, INVITATION.REVOKED_AT, INVITATION.EXPIRES_AT)
                        .lt(before));
    }

    /** The rows of a table that have expired. */
    private record Expired(Table<?> table, Condition when) {

        private static final String ORG_ID = "org_id";

        CommonTableExpression<?> deletion(OrgId org, Lease lease, int limit) {
            Condition ofTheOrganization =
                    field(name(table.getName(), ORG_ID), UUID.class).eq(org.value());
            var some = select(place())
                    .from(table)
                    .where(ofTheOrganization)
                    .and(when)
                    .limit(limit);
            return name("gone_from_" + table.getName())
                    .fields("of_" + table.getName())
                    .as(deleteFrom(table)
                            // Where the rows lie, so that any key will do.
                            .where(condition("{0} = ANY (ARRAY ({1}))", place(), some))
                            .and(ofTheOrganization)
                            .and(Fence.holds(lease))
                            .returningResult(one()));
        }

        private Field<Object> place() {
            return field(name(table.getName(), "ctid"));
        }
    }
}
