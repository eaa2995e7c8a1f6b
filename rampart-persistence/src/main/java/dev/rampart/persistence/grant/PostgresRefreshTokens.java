package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION_SETTINGS;
import static dev.rampart.persistence.schema.Tables.REFRESH_TOKEN;
import static dev.rampart.persistence.schema.Tables.RESOURCE_SERVER;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.grant.RefreshTokens;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.Later;
import dev.rampart.persistence.RateLimit;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.resource.ResourceServerRow;
import dev.rampart.persistence.settings.Chosen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Refresh tokens in the table of that name. */
public record PostgresRefreshTokens(Statements statements, OrgId org) implements RefreshTokens {

    private static final Field<Boolean> PASSED = field(name("passed"), Boolean.class);
    private static final Field<Instant> DUE = field(name("due"), SQLDataType.INSTANT);
    private static final Field<Boolean> CLIENT_IS_CURRENT = field(name("client_is_current"), Boolean.class);
    private static final Field<Boolean> ROTATED = field(name("is_rotated"), Boolean.class);
    private static final Field<UUID> ROTATED_GRANT = field(name("rotated", "grant_id"), SQLDataType.UUID);

    @Override
    public void add(Fresh token, Instant now) {
        Field<Integer> lasts = Chosen.number(
                ORGANIZATION_SETTINGS.REFRESH_TOKEN_ABSOLUTE,
                val(org.value()),
                token.lifetimes().absolute().toSeconds());
        Field<Instant> end = Later.than(val(now, USER_GRANT.EXPIRES_AT), lasts.cast(Double.class));
        statements.later(update(USER_GRANT)
                .set(USER_GRANT.EXPIRES_AT, end)
                .where(USER_GRANT.ORG_ID.eq(org.value()))
                .and(USER_GRANT.GRANT_ID.eq(token.grant().value())));
        statements.later(insertInto(REFRESH_TOKEN)
                .set(REFRESH_TOKEN.ORG_ID, org.value())
                .set(REFRESH_TOKEN.TOKEN_HASH, token.token().bytes())
                .set(REFRESH_TOKEN.GRANT_ID, token.grant().value())
                .set(REFRESH_TOKEN.CREATED_AT, now)
                .set(REFRESH_TOKEN.EXPIRES_AT, least(unused(token.lifetimes().idle(), now), end)));
    }

    @Override
    public Rotation rotate(Presented presented, Instant now) {
        RateLimit limit = new RateLimit(org, RateLimit.Bucket.TOKEN, presented.network(), presented.limit(), now);
        Record row = statements
                .query(with(limit.counted())
                        .with(CurrentClient.named(org, presented.client(), presented.clientVersion()))
                        .with(rotated(presented, now))
                        .with(succeeded(presented, now))
                        .select(
                                field(RateLimit.passed()).as(PASSED),
                                limit.due().as(DUE),
                                field(CurrentClient.isThere()).as(CLIENT_IS_CURRENT),
                                field(exists(selectOne().from(table(name("rotated")))))
                                        .as(ROTATED))
                        .select(columns(presented, now))
                        .from(withAllBehindIt(presented.token())))
                .getFirst();
        if (!row.get(PASSED)) {
            return new Rotation.Limited(limit.retryAt(row.get(DUE)));
        }
        if (!row.get(CLIENT_IS_CURRENT)) {
            return new Rotation.ClientChanged();
        }
        if (row.get(USER_GRANT.GRANT_ID) == null) {
            return new Rotation.Unknown();
        }
        return row.get(ROTATED)
                ? new Rotation.Rotated(GrantRow.toDomain(row), GrantRow.behind(row))
                : unmoved(row, presented, now);
    }

    /**
     * On the rare path: a concurrent call may have been first, which this statement waited for and does not see, so
     * that another one looks.
     */
    private Rotation unmoved(Record before, Presented presented, Instant now) {
        Record row = before.get(REFRESH_TOKEN.ROTATED_AT) != null
                ? before
                : statements
                        .query(select(columns(presented, now)).from(withAllBehindIt(presented.token())))
                        .getFirst();
        UserGrant grant = GrantRow.toDomain(row);
        Instant rotatedAt = row.get(REFRESH_TOKEN.ROTATED_AT);
        return rotatedAt == null
                ? new Rotation.Unmoved(grant, GrantRow.behind(row), !now.isBefore(row.get(REFRESH_TOKEN.EXPIRES_AT)))
                : new Rotation.AlreadyRotated(grant, GrantRow.behind(row), rotatedAt, row.get(REFRESH_TOKEN.SUCCESSOR));
    }

    private static List<SelectFieldOrAsterisk> columns(Presented presented, Instant now) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(GrantRow.COLUMNS);
        columns.addAll(GrantRow.behind(presented.sessionIdle(), now));
        columns.addAll(List.of(REFRESH_TOKEN.EXPIRES_AT, REFRESH_TOKEN.ROTATED_AT, REFRESH_TOKEN.SUCCESSOR));
        return columns;
    }

    /** One row, whether there is such a token or not. */
    private Table<?> withAllBehindIt(Sha256 token) {
        return selectOne()
                .asTable("always")
                .leftJoin(REFRESH_TOKEN
                        .join(Standing.grants())
                        .on(USER_GRANT.ORG_ID.eq(REFRESH_TOKEN.ORG_ID))
                        .and(USER_GRANT.GRANT_ID.eq(REFRESH_TOKEN.GRANT_ID)))
                .on(isToken(token))
                .leftJoin(RESOURCE_SERVER)
                .on(ResourceServerRow.isCalled(org, arrayGet(USER_GRANT.RESOURCES, 1)))
                .leftJoin(ORGANIZATION_SETTINGS)
                .on(Chosen.isOf(org));
    }

    /** The token, if it is this call that replaces it. */
    private CommonTableExpression<?> rotated(Presented presented, Instant now) {
        return name("rotated")
                .as(update(REFRESH_TOKEN)
                        .set(REFRESH_TOKEN.ROTATED_AT, now)
                        .set(REFRESH_TOKEN.SUCCESSOR, presented.sealed())
                        .where(isToken(presented.token()))
                        .and(REFRESH_TOKEN.ROTATED_AT.isNull())
                        .and(REFRESH_TOKEN.EXPIRES_AT.gt(now))
                        .and(RateLimit.passed())
                        .and(CurrentClient.isThere())
                        .and(exists(selectOne()
                                .from(Standing.grants())
                                .where(USER_GRANT.ORG_ID.eq(org.value()))
                                .and(USER_GRANT.GRANT_ID.eq(REFRESH_TOKEN.GRANT_ID))
                                .and(USER_GRANT.CLIENT_ID.eq(presented.client().value()))
                                .and(covers(presented.wanted()))
                                .and(Standing.isStanding(presented.sessionIdle(), now))))
                        .returningResult(REFRESH_TOKEN.GRANT_ID));
    }

    private static Condition covers(Wanted wanted) {
        Condition scopes = wanted.scopes()
                .map(asked -> Words.of(USER_GRANT.SCOPE)
                        .contains(Words.of(
                                asked.values().stream().map(Scope::value).toList())))
                .orElse(trueCondition());
        return scopes.and(USER_GRANT.RESOURCES.contains(
                Words.of(wanted.resources().stream().map(Resource::value).toList())));
    }

    private CommonTableExpression<?> succeeded(Presented presented, Instant now) {
        return name("succeeded")
                .fields("of_grant")
                .as(insertInto(
                                REFRESH_TOKEN,
                                REFRESH_TOKEN.ORG_ID,
                                REFRESH_TOKEN.TOKEN_HASH,
                                REFRESH_TOKEN.GRANT_ID,
                                REFRESH_TOKEN.CREATED_AT,
                                REFRESH_TOKEN.EXPIRES_AT)
                        .select(select(
                                        val(org.value()),
                                        val(presented.successor().bytes()),
                                        USER_GRANT.GRANT_ID,
                                        val(now, REFRESH_TOKEN.CREATED_AT),
                                        least(unused(presented.lifetimes().idle(), now), USER_GRANT.EXPIRES_AT))
                                .from(table(name("rotated")))
                                .join(USER_GRANT)
                                .on(USER_GRANT.ORG_ID.eq(org.value()))
                                .and(USER_GRANT.GRANT_ID.eq(ROTATED_GRANT)))
                        .returningResult(REFRESH_TOKEN.GRANT_ID));
    }

    private Field<Instant> unused(Duration idle, Instant now) {
        Field<Integer> lasts =
                Chosen.number(ORGANIZATION_SETTINGS.REFRESH_TOKEN_IDLE, val(org.value()), idle.toSeconds());
        return Later.than(val(now, REFRESH_TOKEN.EXPIRES_AT), lasts.cast(Double.class));
    }

    private Condition isToken(Sha256 token) {
        return REFRESH_TOKEN.ORG_ID.eq(org.value()).and(REFRESH_TOKEN.TOKEN_HASH.eq(token.bytes()));
    }
}
