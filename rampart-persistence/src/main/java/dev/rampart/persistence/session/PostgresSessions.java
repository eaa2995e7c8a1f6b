package dev.rampart.persistence.session;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.CONSENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION_SETTINGS;
import static dev.rampart.persistence.schema.Tables.RESOURCE_SERVER;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_FLOW;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.session.Authentication;
import dev.rampart.domain.session.EndedSession;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.session.Sessions;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.consent.Allowances;
import dev.rampart.persistence.key.PersonalKeys;
import dev.rampart.persistence.settings.Chosen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;

/** Sessions in the table of that name. */
public record PostgresSessions(Statements statements, OrgId org, PersonalKeys keys) implements Sessions {

    /** A session that is in use is noted so often, and no more. */
    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);

    private static final Field<UUID> ID = field(name("live", "session_id"), SESSION.SESSION_ID.getDataType());
    private static final Field<UUID> USER = field(name("live", "user_id"), SESSION.USER_ID.getDataType());
    private static final Field<String> USER_NAME = field(name("live", "user_name"), String.class);
    private static final Field<Instant> AUTH_TIME = field(name("live", "auth_time"), SESSION.AUTH_TIME.getDataType());
    private static final Field<String> ACR = field(name("live", "acr"), SESSION.ACR.getDataType());
    private static final Field<String[]> AMR = field(name("live", "amr"), SESSION.AMR.getDataType());
    private static final Field<byte[]> KEY = field(name("live", "personal_key"), byte[].class);
    private static final Field<Boolean> CURRENT = field(name("client_is_current"), Boolean.class);
    private static final Field<Boolean> AUDIENCE = field(name("audience_is_there"), Boolean.class);
    private static final Field<Boolean> SIGNED_IN = field(name("resumed", "is_signed_in"), Boolean.class);
    private static final Field<Boolean> CONSENTED = field(name("resumed", "is_consented"), Boolean.class);

    @Override
    public Optional<Session> find(Sha256 token, Duration idle, Instant now) {
        return statements
                .query(with(live(Optional.of(token), idle, now))
                        .select(session())
                        .from(table(name("live"))))
                .stream()
                .map(this::toDomain)
                .findFirst();
    }

    @Override
    public Standing stand(Question question, Duration idle, Instant now) {
        Record row = statements
                .query(with(live(question.token(), idle, now))
                        .with(resumed(question, now))
                        .select(field(clientIsCurrent(question)).as(CURRENT))
                        .select(field(audienceIsThere(question)).as(AUDIENCE))
                        .select(SIGNED_IN, CONSENTED, CONSENT.SCOPES, CONSENT.RESOURCES)
                        .select(session())
                        .select(Chosen.tokens())
                        .from(selectOne().asTable("always"))
                        .leftJoin(table(name("live")))
                        .on(trueCondition())
                        .leftJoin(table(name("resumed")))
                        .on(trueCondition())
                        .leftJoin(CONSENT)
                        .on(CONSENT.ORG_ID.eq(org.value()))
                        .and(CONSENT.USER_ID.eq(USER))
                        .and(CONSENT.CLIENT_ID.eq(question.client().value()))
                        .leftJoin(ORGANIZATION_SETTINGS)
                        .on(Chosen.isOf(org)))
                .getFirst();
        Optional<Session> session = Optional.ofNullable(row.get(ID)).map(id -> toDomain(row));
        return new Standing(
                row.get(CURRENT),
                session,
                row.get(AUDIENCE),
                resumed(row),
                allowed(row),
                Chosen.tokens(row),
                Chosen.compatibility(row));
    }

    private static Resumed resumed(Record row) {
        return row.get(SIGNED_IN) == null ? Resumed.NOTHING : new Resumed(row.get(SIGNED_IN), row.get(CONSENTED));
    }

    private static Allowed allowed(Record row) {
        return row.get(CONSENT.SCOPES) == null ? Allowed.NOTHING : Allowances.toDomain(row);
    }

    @Override
    public void touch(SessionId session, Instant now) {
        statements.later(update(SESSION)
                .set(SESSION.LAST_USED_AT, now)
                .where(SESSION.ORG_ID.eq(org.value()))
                .and(SESSION.SESSION_ID.eq(session.value()))
                .and(SESSION.LAST_USED_AT.lt(now.minus(TOUCHED_EVERY))));
    }

    @Override
    public Optional<EndedSession> end(Sha256 token, Duration idle, Instant now) {
        EndedSessions ending = EndedSessions.of(org, now);
        Field<String[]> clients = ending.clients(ID).as("clients");
        return statements
                .query(with(ending.ended(isOf(token).and(LiveSession.isAlive(idle, now))))
                        .with(ending.told())
                        .with(live(Optional.of(token), idle, now))
                        .select(session())
                        .select(clients)
                        .from(table(name("live")))
                        .where(exists(selectOne().from(table(name(EndedSessions.ENDED))))))
                .stream()
                .map(row -> new EndedSession(toDomain(row), clients(row.get(clients))))
                .findFirst();
    }

    private static Set<ClientId> clients(String[] ids) {
        return Stream.of(ids).map(ClientId::new).collect(toUnmodifiableSet());
    }

    private Condition isOf(Sha256 token) {
        return SESSION.ORG_ID.eq(org.value()).and(SESSION.TOKEN_HASH.eq(token.bytes()));
    }

    /** The session of a cookie, with whoever stands behind it. */
    private CommonTableExpression<?> live(Optional<Sha256> token, Duration idle, Instant now) {
        return name("live")
                .as(select(
                                SESSION.SESSION_ID,
                                SESSION.USER_ID,
                                People.displayName().as("user_name"),
                                SESSION.AUTH_TIME,
                                SESSION.ACR,
                                SESSION.AMR,
                                APP_USER.PERSONAL_KEY)
                        .from(LiveSession.withEverybodyEnabled())
                        .where(token.map(this::isOf).orElse(falseCondition()))
                        .and(LiveSession.isAlive(idle, now)));
    }

    private Condition audienceIsThere(Question question) {
        return question.audience()
                .map(audience -> exists(selectOne()
                        .from(RESOURCE_SERVER)
                        .where(RESOURCE_SERVER.ORG_ID.eq(org.value()))
                        .and(RESOURCE_SERVER.IDENTIFIER.eq(audience))))
                .orElse(trueCondition());
    }

    /**
     * Only where the person who completed the flow is the one in the session, and signed in to it since it began, or
     * was asked in it and has consented.
     */
    private CommonTableExpression<?> resumed(Question question, Instant now) {
        Field<Boolean> signedIn = when(SIGN_IN_FLOW.ASKED_SCOPES.isNotNull(), SIGN_IN_FLOW.SIGNED_IN)
                .otherwise(field(
                        exists(selectOne().from(table(name("live"))).where(AUTH_TIME.ge(SIGN_IN_FLOW.CREATED_AT)))));
        return name("resumed")
                .fields("is_signed_in", "is_consented")
                .as(update(SIGN_IN_FLOW)
                        .set(SIGN_IN_FLOW.RESUMED_AT, now)
                        .where(SIGN_IN_FLOW.ORG_ID.eq(org.value()))
                        .and(question.flow()
                                .map(flow -> SIGN_IN_FLOW.FLOW_HASH.eq(flow.bytes()))
                                .orElse(falseCondition()))
                        .and(SIGN_IN_FLOW.REQUEST.eq(question.request()))
                        .and(SIGN_IN_FLOW.CLIENT_ID.eq(question.client().value()))
                        .and(SIGN_IN_FLOW.COMPLETED_AT.isNotNull())
                        .and(SIGN_IN_FLOW.RESUMED_AT.isNull())
                        .and(SIGN_IN_FLOW.EXPIRES_AT.gt(now))
                        .and(clientIsCurrent(question))
                        .and(exists(selectOne().from(table(name("live"))).where(USER.eq(SIGN_IN_FLOW.USER_ID))))
                        .and(SIGN_IN_FLOW.CONSENTED_AT.isNotNull().or(signedIn.isTrue()))
                        .returningResult(signedIn, field(SIGN_IN_FLOW.CONSENTED_AT.isNotNull())));
    }

    private Condition clientIsCurrent(Question question) {
        return exists(selectOne()
                .from(CLIENT)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ORG_ID.eq(CLIENT.ORG_ID))
                .and(ORGANIZATION.ENABLED.isTrue())
                .where(CLIENT.ORG_ID.eq(org.value()))
                .and(CLIENT.CLIENT_ID.eq(question.client().value()))
                .and(CLIENT.ENABLED.isTrue())
                .and(CLIENT.VERSION.eq(question.clientVersion())));
    }

    private static List<SelectFieldOrAsterisk> session() {
        return List.of(ID, USER, USER_NAME, AUTH_TIME, ACR, AMR, KEY);
    }

    private Session toDomain(Record row) {
        keys.meet(row.get(USER), row.get(KEY));
        return new Session(
                new SessionId(row.get(ID)),
                new UserId(row.get(USER)),
                row.get(USER_NAME),
                new Authentication(row.get(AUTH_TIME), row.get(ACR), List.of(row.get(AMR))));
    }
}
