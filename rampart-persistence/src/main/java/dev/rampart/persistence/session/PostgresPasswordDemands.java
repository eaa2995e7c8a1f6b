package dev.rampart.persistence.session;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_FLOW;
import static dev.rampart.persistence.schema.Tables.USER_PASSWORD;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.session.PasswordDemands;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;

/** Demands in the columns that flows have for them. */
public record PostgresPasswordDemands(Statements statements, OrgId org) implements PasswordDemands {

    private static final Field<UUID> WHO = field(name("who", "user_id"), UUID.class);
    private static final Field<UUID> CHANGED = field(name("changed", "user_id"), UUID.class);
    private static final Field<String> USER_NAME = field(name("user_name"), String.class);
    private static final Field<byte[]> HASH_DIGEST =
            field("sha256(convert_to({0}, 'UTF8'))", byte[].class, USER_PASSWORD.HASH);

    @Override
    public void add(Demand demand, Instant now) {
        statements.later(update(SIGN_IN_FLOW)
                .set(SIGN_IN_FLOW.DEMANDED_OF, demand.user().value())
                .set(
                        SIGN_IN_FLOW.DEMANDED_HASH,
                        Sha256.of(Secret.of(demand.verified().encoded())).bytes())
                .where(isOpen(demand.flow(), demand.browser(), now)));
    }

    @Override
    public Optional<Demanded> find(Sha256 flow, Sha256 browser, Instant now) {
        return statements
                .query(demanded(
                        isOpen(flow, browser, now),
                        APP_USER.USER_ID,
                        People.displayName().as(USER_NAME),
                        USER_PASSWORD.HASH))
                .stream()
                .map(row -> new Demanded(
                        new UserId(row.get(APP_USER.USER_ID)),
                        row.get(USER_NAME),
                        new PasswordHash(row.get(USER_PASSWORD.HASH))))
                .findFirst();
    }

    /** The person is locked first, as by whoever administers them, so that neither waits for the other in a circle. */
    @Override
    public boolean meet(Met met, Instant now) {
        EndedSessions ending = EndedSessions.of(org, now);
        CommonTableExpression<?> who = name("who")
                .as(demanded(
                                isOpen(met.flow(), met.browser(), now)
                                        .and(APP_USER.USER_ID.eq(met.user().value())),
                                APP_USER.USER_ID,
                                SIGN_IN_FLOW.DEMANDED_HASH)
                        .forUpdate()
                        .of(APP_USER));
        return statements
                .query(with(who)
                        .with(changed(met, now))
                        .with(cleared(now))
                        .with(ending.ended(isChanged(SESSION.USER_ID)))
                        .with(ending.told())
                        .select(CHANGED)
                        .from(table(name("changed"))))
                .isNotEmpty();
    }

    private CommonTableExpression<?> changed(Met met, Instant now) {
        Field<byte[]> demandedHash = field(name("who", "demanded_hash"), byte[].class);
        return name("changed")
                .as(update(USER_PASSWORD)
                        .set(USER_PASSWORD.HASH, met.chosen().encoded())
                        .set(USER_PASSWORD.CHANGED_AT, now)
                        .from(table(name("who")))
                        .where(USER_PASSWORD.ORG_ID.eq(org.value()))
                        .and(USER_PASSWORD.USER_ID.eq(WHO))
                        .and(HASH_DIGEST.eq(demandedHash))
                        .returningResult(USER_PASSWORD.USER_ID));
    }

    private CommonTableExpression<?> cleared(Instant now) {
        return name("cleared")
                .as(update(APP_USER)
                        .set(APP_USER.PASSWORD_CHANGE_REQUIRED, false)
                        .set(APP_USER.VERSION, APP_USER.VERSION.plus(1))
                        .set(APP_USER.UPDATED_AT, now)
                        .where(APP_USER.ORG_ID.eq(org.value()))
                        .and(isChanged(APP_USER.USER_ID))
                        .returningResult(APP_USER.USER_ID));
    }

    private static Condition isChanged(Field<UUID> user) {
        return exists(selectOne().from(table(name("changed"))).where(CHANGED.eq(user)));
    }

    private SelectConditionStep<Record> demanded(Condition which, SelectFieldOrAsterisk... columns) {
        return select(columns)
                .from(SIGN_IN_FLOW)
                .join(APP_USER)
                .on(APP_USER.ORG_ID.eq(SIGN_IN_FLOW.ORG_ID))
                .and(APP_USER.USER_ID.eq(SIGN_IN_FLOW.DEMANDED_OF))
                .and(APP_USER.ENABLED.isTrue())
                .and(APP_USER.PASSWORD_CHANGE_REQUIRED.isTrue())
                .join(ORGANIZATION)
                .on(ORGANIZATION.ORG_ID.eq(APP_USER.ORG_ID))
                .and(ORGANIZATION.ENABLED.isTrue())
                .join(USER_PASSWORD)
                .on(USER_PASSWORD.ORG_ID.eq(APP_USER.ORG_ID))
                .and(USER_PASSWORD.USER_ID.eq(APP_USER.USER_ID))
                .and(HASH_DIGEST.eq(SIGN_IN_FLOW.DEMANDED_HASH))
                .where(which);
    }

    private Condition isOpen(Sha256 flow, Sha256 browser, Instant now) {
        return SIGN_IN_FLOW
                .ORG_ID
                .eq(org.value())
                .and(SIGN_IN_FLOW.FLOW_HASH.eq(flow.bytes()))
                .and(SIGN_IN_FLOW.BROWSER_HASH.eq(browser.bytes()))
                .and(SIGN_IN_FLOW.COMPLETED_AT.isNull())
                .and(SIGN_IN_FLOW.EXPIRES_AT.gt(now));
    }
}
