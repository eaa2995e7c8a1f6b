package dev.rampart.persistence.session;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_FLOW;
import static dev.rampart.persistence.schema.Tables.USER_PASSWORD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.session.NewFlow;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.session.SignInFlows;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.client.DisplayRow;
import dev.rampart.persistence.consent.Allowances;
import dev.rampart.persistence.grant.Words;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;

/** Flows in the table of that name. */
public record PostgresSignInFlows(Statements statements, OrgId org) implements SignInFlows {

    private static final Field<String> REQUEST = field(name("won", "request"), String.class);
    private static final Field<UUID> SESSION_ID = field(name("the_session"), UUID.class);

    @Override
    public void add(NewFlow flow) {
        statements.later(insertInto(SIGN_IN_FLOW)
                .set(SIGN_IN_FLOW.ORG_ID, org.value())
                .set(SIGN_IN_FLOW.FLOW_HASH, flow.flow().bytes())
                .set(SIGN_IN_FLOW.BROWSER_HASH, flow.browser().bytes())
                .set(
                        SIGN_IN_FLOW.CLIENT_ID,
                        flow.subject().client().map(ClientId::value).orElse(null))
                .set(SIGN_IN_FLOW.REQUEST, flow.subject().request())
                .set(SIGN_IN_FLOW.LOGIN_HINT, flow.subject().loginHint().orElse(null))
                .set(asked(flow))
                .set(SIGN_IN_FLOW.CREATED_AT, flow.createdAt())
                .set(SIGN_IN_FLOW.EXPIRES_AT, flow.expiresAt()));
    }

    /** Whoever is asked has signed in already. */
    private static Map<Field<?>, Object> asked(NewFlow flow) {
        return flow.question()
                .<Map<Field<?>, Object>>map(question -> Map.of(
                        SIGN_IN_FLOW.USER_ID,
                        question.user().value(),
                        SIGN_IN_FLOW.COMPLETED_AT,
                        flow.createdAt(),
                        SIGN_IN_FLOW.ASKED_SCOPES,
                        Allowances.scopes(question.wanted()),
                        SIGN_IN_FLOW.ASKED_RESOURCES,
                        Allowances.resources(question.wanted()),
                        SIGN_IN_FLOW.SIGNED_IN,
                        question.signedIn()))
                .orElse(Map.of());
    }

    @Override
    public Optional<Shown> show(Sha256 flow, Sha256 browser, Instant now) {
        return statements
                .query(select(
                                CLIENT.CLIENT_NAME,
                                SIGN_IN_FLOW.REQUEST,
                                SIGN_IN_FLOW.LOGIN_HINT,
                                SIGN_IN_FLOW.COMPLETED_AT)
                        .select(DisplayRow.COLUMNS)
                        .from(SIGN_IN_FLOW)
                        .leftJoin(CLIENT)
                        .on(CLIENT.ORG_ID.eq(SIGN_IN_FLOW.ORG_ID))
                        .and(CLIENT.CLIENT_ID.eq(SIGN_IN_FLOW.CLIENT_ID))
                        .where(isFlow(flow, browser))
                        .and(SIGN_IN_FLOW.EXPIRES_AT.gt(now)))
                .stream()
                .map(PostgresSignInFlows::shown)
                .findFirst();
    }

    private static Shown shown(Record row) {
        return new Shown(
                Optional.ofNullable(row.get(CLIENT.CLIENT_NAME)),
                DisplayRow.toDomain(row),
                row.get(SIGN_IN_FLOW.REQUEST),
                Optional.ofNullable(row.get(SIGN_IN_FLOW.LOGIN_HINT)),
                row.get(SIGN_IN_FLOW.COMPLETED_AT) != null);
    }

    @Override
    public Completion complete(Completing completing, Instant now) {
        EndedSessions ending = EndedSessions.of(org, now);
        Field<UUID> renewed =
                field(select(field(name("renewed", "session_id"), UUID.class)).from(table(name("renewed"))));
        Field<UUID> started =
                field(select(field(name("started", "session_id"), UUID.class)).from(table(name("started"))));
        return statements
                .query(with(won(completing, now))
                        .with(renewed(completing, now))
                        .with(ending.ended(isOld(completing)
                                .and(SESSION.USER_ID.ne(completing.user().value()))))
                        .with(RoomForSessions.made(org, completing, now))
                        .with(ending.told(EndedSessions.ENDED, RoomForSessions.CROWDED))
                        .with(started(completing, now))
                        .select(REQUEST, coalesce(renewed, started).as(SESSION_ID))
                        .from(table(name("won"))))
                .stream()
                .findFirst()
                .<Completion>map(row -> new Completion.Completed(new SessionId(row.get(SESSION_ID)), row.get(REQUEST)))
                .orElseGet(Completion.Gone::new);
    }

    /** The flow, if it is this call that completes it. */
    private CommonTableExpression<?> won(Completing completing, Instant now) {
        return name("won")
                .as(update(SIGN_IN_FLOW)
                        .set(SIGN_IN_FLOW.COMPLETED_AT, now)
                        .set(SIGN_IN_FLOW.USER_ID, completing.user().value())
                        .where(isFlow(completing.flow(), completing.browser()))
                        .and(SIGN_IN_FLOW.COMPLETED_AT.isNull())
                        .and(SIGN_IN_FLOW.EXPIRES_AT.gt(now))
                        .and(exists(asVerified(completing)))
                        .returningResult(SIGN_IN_FLOW.REQUEST));
    }

    private Select<?> asVerified(Completing completing) {
        return selectOne()
                .from(APP_USER)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ORG_ID.eq(APP_USER.ORG_ID))
                .and(ORGANIZATION.ENABLED.isTrue())
                .join(USER_PASSWORD)
                .on(USER_PASSWORD.ORG_ID.eq(APP_USER.ORG_ID))
                .and(USER_PASSWORD.USER_ID.eq(APP_USER.USER_ID))
                .where(APP_USER.ORG_ID.eq(org.value()))
                .and(APP_USER.USER_ID.eq(completing.user().value()))
                .and(APP_USER.ENABLED.isTrue())
                .and(APP_USER.PASSWORD_CHANGE_REQUIRED.isFalse())
                .and(USER_PASSWORD.HASH.eq(completing.verified().encoded()));
    }

    /** The browser's session, if it is the same person's: it keeps its id, so that applications stay signed in. */
    private CommonTableExpression<?> renewed(Completing completing, Instant now) {
        NewSession session = completing.session();
        return name("renewed")
                .as(update(SESSION)
                        .set(SESSION.TOKEN_HASH, completing.newToken().bytes())
                        .set(SESSION.AUTH_TIME, session.authentication().time())
                        .set(SESSION.ACR, session.authentication().acr())
                        .set(SESSION.AMR, amr(session))
                        .set(SESSION.LAST_USED_AT, now)
                        .set(SESSION.EXPIRES_AT, RoomForSessions.expiresAt(org, session, now))
                        .where(isOld(completing))
                        .and(SESSION.USER_ID.eq(completing.user().value()))
                        .and(SESSION.EXPIRES_AT.gt(now))
                        .returningResult(SESSION.SESSION_ID));
    }

    private CommonTableExpression<?> started(Completing completing, Instant now) {
        NewSession session = completing.session();
        return name("started")
                .as(insertInto(
                                SESSION,
                                SESSION.ORG_ID,
                                SESSION.SESSION_ID,
                                SESSION.TOKEN_HASH,
                                SESSION.USER_ID,
                                SESSION.AUTH_TIME,
                                SESSION.ACR,
                                SESSION.AMR,
                                SESSION.IP,
                                SESSION.USER_AGENT,
                                SESSION.CREATED_AT,
                                SESSION.LAST_USED_AT,
                                SESSION.EXPIRES_AT,
                                SESSION.EPOCH)
                        .select(select(
                                        val(org.value()),
                                        val(session.id().value()),
                                        val(completing.newToken().bytes()),
                                        val(completing.user().value()),
                                        val(session.authentication().time(), SESSION.AUTH_TIME),
                                        val(session.authentication().acr()),
                                        amr(session),
                                        val(session.ip().orElse(null), SESSION.IP),
                                        val(session.userAgent().orElse(null), SESSION.USER_AGENT),
                                        val(now, SESSION.CREATED_AT),
                                        val(now, SESSION.LAST_USED_AT),
                                        RoomForSessions.expiresAt(org, session, now),
                                        ORGANIZATION.SESSION_EPOCH)
                                .from(table(name("won")))
                                .join(ORGANIZATION)
                                .on(ORGANIZATION.ORG_ID.eq(org.value()))
                                .where(notExists(selectOne().from(table(name("renewed"))))))
                        .returningResult(SESSION.SESSION_ID));
    }

    private Condition isOld(Completing completing) {
        return completing
                .oldToken()
                .map(token -> SESSION.TOKEN_HASH.eq(token.bytes()))
                .orElse(falseCondition())
                .and(SESSION.ORG_ID.eq(org.value()))
                .and(SESSION.ENDED_AT.isNull())
                .and(LiveSession.isOfThisEpoch())
                .and(exists(selectOne().from(table(name("won")))));
    }

    private Condition isFlow(Sha256 flow, Sha256 browser) {
        return SIGN_IN_FLOW
                .ORG_ID
                .eq(org.value())
                .and(SIGN_IN_FLOW.FLOW_HASH.eq(flow.bytes()))
                .and(SIGN_IN_FLOW.BROWSER_HASH.eq(browser.bytes()));
    }

    private static Field<String[]> amr(NewSession session) {
        return Words.of(session.authentication().amr());
    }
}
