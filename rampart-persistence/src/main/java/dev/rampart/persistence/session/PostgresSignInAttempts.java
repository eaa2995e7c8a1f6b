package dev.rampart.persistence.session;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_FLOW;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_THROTTLE;
import static dev.rampart.persistence.schema.Tables.USER_PASSWORD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.session.SignInAttempts;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Later;
import dev.rampart.persistence.RateLimit;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.key.PersonalKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** Attempts at passwords, counted in one statement with the look-up of whom they are about. */
public record PostgresSignInAttempts(Statements statements, OrgId org, PersonalKeys keys) implements SignInAttempts {

    private static final Field<UUID> USER = field(name("who", "user_id"), UUID.class);
    private static final Field<String> USER_NAME = field(name("who", "user_name"), String.class);
    private static final Field<Boolean> USER_ENABLED = field(name("who", "enabled"), Boolean.class);
    private static final Field<Boolean> USER_DEMANDED = field(name("who", "demanded"), Boolean.class);
    private static final Field<String> HASH = field(name("who", "password_hash"), String.class);
    private static final Field<byte[]> KEY = field(name("who", "personal_key"), byte[].class);
    private static final Field<byte[]> ACCOUNT = field(name("account", "hash"), byte[].class);
    private static final Field<Boolean> PASSED = field(name("passed"), Boolean.class);
    private static final Field<Boolean> HAS_FLOW = field(name("has_flow"), Boolean.class);
    private static final Field<Boolean> COUNTED = field(name("is_counted"), Boolean.class);
    private static final Field<Instant> DUE = field(name("due"), SQLDataType.INSTANT);
    private static final Field<Instant> BLOCKED_UNTIL = field(name("blocked_until"), SQLDataType.INSTANT);

    private static final Duration SHORTEST_DELAY = Duration.ofSeconds(1);

    @Override
    public Begun begin(Attempt attempt, Instant now) {
        RateLimit limit = new RateLimit(org, RateLimit.Bucket.LOGIN, attempt.network(), attempt.limit(), now);
        Record row = statements
                .query(with(limit.counted())
                        .with(who(attempt))
                        .with(account(attempt))
                        .with(flow(attempt, now))
                        .with(counted(attempt, now))
                        .select(
                                field(RateLimit.passed()).as(PASSED),
                                field(exists(selectOne().from(table(name("flow")))))
                                        .as(HAS_FLOW),
                                field(exists(selectOne().from(table(name("counted")))))
                                        .as(COUNTED),
                                limit.due().as(DUE),
                                blockedUntil(attempt).as(BLOCKED_UNTIL),
                                ACCOUNT,
                                USER,
                                USER_NAME,
                                USER_ENABLED,
                                USER_DEMANDED,
                                HASH,
                                KEY)
                        .from(table(name("account")))
                        .leftJoin(table(name("who")))
                        .on(trueCondition()))
                .getFirst();
        keys.meet(row.get(USER), row.get(KEY));
        if (!row.get(PASSED)) {
            return new Begun.Limited(limit.retryAt(row.get(DUE)));
        }
        if (!row.get(HAS_FLOW)) {
            return new Begun.NoFlow();
        }
        return row.get(COUNTED)
                ? new Begun.Counted(Sha256.ofDigest(row.get(ACCOUNT)), known(row))
                : new Begun.Delayed(
                        // Missing where the first failure was counted by another statement after this one had begun.
                        Optional.ofNullable(row.get(BLOCKED_UNTIL)).orElseGet(() -> now.plus(SHORTEST_DELAY)));
    }

    @Override
    public void forgive(Sha256 account, String network) {
        statements.later(deleteFrom(SIGN_IN_THROTTLE)
                .where(SIGN_IN_THROTTLE.ORG_ID.eq(org.value()))
                .and(SIGN_IN_THROTTLE.ACCOUNT.eq(account.bytes()))
                .and(SIGN_IN_THROTTLE.NETWORK.eq(network)));
    }

    private static Optional<Known> known(Record row) {
        return Optional.ofNullable(row.get(USER))
                .map(user -> new Known(
                        new UserId(user),
                        row.get(USER_NAME),
                        row.get(USER_ENABLED),
                        row.get(USER_DEMANDED),
                        Optional.ofNullable(row.get(HASH)).map(PasswordHash::new)));
    }

    private CommonTableExpression<?> who(Attempt attempt) {
        String typed = attempt.name().value();
        Condition named =
                attempt.name().isEmail() ? APP_USER.EMAIL_CANONICAL.eq(typed) : APP_USER.USERNAME_CANONICAL.eq(typed);
        return name("who")
                .as(select(
                                APP_USER.USER_ID,
                                People.displayName().as("user_name"),
                                field(APP_USER.ENABLED.isTrue().and(ORGANIZATION.ENABLED.isTrue()))
                                        .as("enabled"),
                                APP_USER.PASSWORD_CHANGE_REQUIRED.as("demanded"),
                                USER_PASSWORD.HASH.as("password_hash"),
                                APP_USER.PERSONAL_KEY)
                        .from(APP_USER)
                        .join(ORGANIZATION)
                        .on(ORGANIZATION.ORG_ID.eq(APP_USER.ORG_ID))
                        .leftJoin(USER_PASSWORD)
                        .on(USER_PASSWORD.ORG_ID.eq(APP_USER.ORG_ID))
                        .and(USER_PASSWORD.USER_ID.eq(APP_USER.USER_ID))
                        .where(APP_USER.ORG_ID.eq(org.value()))
                        .and(APP_USER.DELETED_AT.isNull())
                        .and(named));
    }

    /** However the name is spelled, one person is one account. */
    private static CommonTableExpression<?> account(Attempt attempt) {
        Field<byte[]> known = field("sha256(convert_to({0}::text, 'UTF8'))", byte[].class, USER);
        byte[] typed = Sha256.of(Secret.of(attempt.name().value())).bytes();
        return name("account")
                .as(select(coalesce(field(select(known).from(table(name("who")))), val(typed))
                        .as("hash")));
    }

    private CommonTableExpression<?> flow(Attempt attempt, Instant now) {
        return name("flow")
                .as(selectOne()
                        .from(SIGN_IN_FLOW)
                        .where(SIGN_IN_FLOW.ORG_ID.eq(org.value()))
                        .and(SIGN_IN_FLOW.FLOW_HASH.eq(attempt.flow().bytes()))
                        .and(SIGN_IN_FLOW.BROWSER_HASH.eq(attempt.browser().bytes()))
                        .and(SIGN_IN_FLOW.COMPLETED_AT.isNull())
                        .and(SIGN_IN_FLOW.EXPIRES_AT.gt(now)));
    }

    private CommonTableExpression<?> counted(Attempt attempt, Instant now) {
        Field<Integer> failures = when(SIGN_IN_THROTTLE.LAST_AT.lt(now.minus(FORGOTTEN_AFTER)), inline(1))
                .otherwise(SIGN_IN_THROTTLE.FAILURES.plus(1));
        return name("counted")
                .as(insertInto(
                                SIGN_IN_THROTTLE,
                                SIGN_IN_THROTTLE.ORG_ID,
                                SIGN_IN_THROTTLE.ACCOUNT,
                                SIGN_IN_THROTTLE.NETWORK,
                                SIGN_IN_THROTTLE.FAILURES,
                                SIGN_IN_THROTTLE.BLOCKED_UNTIL,
                                SIGN_IN_THROTTLE.LAST_AT)
                        .select(select(val(org.value()), ACCOUNT, val(attempt.network()), inline(1), at(now), at(now))
                                .from(table(name("account")))
                                .where(RateLimit.passed())
                                .and(exists(selectOne().from(table(name("flow"))))))
                        .onConflict(SIGN_IN_THROTTLE.ORG_ID, SIGN_IN_THROTTLE.ACCOUNT, SIGN_IN_THROTTLE.NETWORK)
                        .doUpdate()
                        .set(SIGN_IN_THROTTLE.FAILURES, failures)
                        .set(SIGN_IN_THROTTLE.BLOCKED_UNTIL, Later.than(at(now), delay(failures)))
                        .set(SIGN_IN_THROTTLE.LAST_AT, now)
                        .where(SIGN_IN_THROTTLE.BLOCKED_UNTIL.le(now))
                        .returningResult(SIGN_IN_THROTTLE.FAILURES));
    }

    /** None for the free ones; then 1 s, 2 s, 4 s, and so on up to the longest. */
    private static Field<Double> delay(Field<Integer> failures) {
        Field<Double> doubled = field("power(2.0::float8, least({0} - {1}, 30))", Double.class, failures, inline(FREE));
        return when(failures.lt(FREE), inline(0.0))
                .otherwise(least(doubled, inline((double) LONGEST_DELAY.toSeconds())));
    }

    private Field<Instant> blockedUntil(Attempt attempt) {
        return field(select(SIGN_IN_THROTTLE.BLOCKED_UNTIL)
                .from(SIGN_IN_THROTTLE)
                .where(SIGN_IN_THROTTLE.ORG_ID.eq(org.value()))
                .and(SIGN_IN_THROTTLE.ACCOUNT.eq(ACCOUNT))
                .and(SIGN_IN_THROTTLE.NETWORK.eq(attempt.network())));
    }

    private static Field<Instant> at(Instant now) {
        return val(now, SIGN_IN_THROTTLE.LAST_AT);
    }
}
