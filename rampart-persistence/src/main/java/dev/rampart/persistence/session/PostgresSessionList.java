package dev.rampart.persistence.session;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.session.Authentication;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.session.SessionList;
import dev.rampart.domain.session.StartedSession;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;

/** Sessions in the table of that name, for lists. */
public record PostgresSessionList(Statements statements, OrgId org) implements SessionList {

    private static final Field<UUID> ENDED_USER = field(name(EndedSessions.ENDED, "user_id"), UUID.class);
    private static final Field<String> USER_NAME = People.displayName().as("user_name");

    @Override
    public Page<StartedSession> page(PageRequest request, Duration idle, Instant now) {
        return page(trueCondition(), request, LiveSession.isAlive(idle, now));
    }

    @Override
    public Page<StartedSession> page(UserId user, PageRequest request, Duration idle, Instant now) {
        return page(SESSION.USER_ID.eq(user.value()), request, LiveSession.isAlive(idle, now));
    }

    private Page<StartedSession> page(Condition whose, PageRequest request, Condition alive) {
        Keyset keyset = Keyset.byId(SESSION.SESSION_ID, request);
        List<StartedSession> read = statements
                .query(select(
                                SESSION.SESSION_ID,
                                SESSION.USER_ID,
                                USER_NAME,
                                SESSION.AUTH_TIME,
                                SESSION.ACR,
                                SESSION.AMR,
                                SESSION.IP,
                                SESSION.USER_AGENT,
                                SESSION.CREATED_AT,
                                SESSION.LAST_USED_AT,
                                SESSION.EXPIRES_AT)
                        .from(LiveSession.withEverybodyEnabled())
                        .where(SESSION.ORG_ID.eq(org.value()))
                        .and(whose)
                        .and(alive)
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(PostgresSessionList::toDomain);
        return Page.of(read, request, session -> Position.of(session.id().toString()));
    }

    @Override
    public Optional<UserId> end(SessionId id, Duration idle, Instant now) {
        return statements
                .query(ending(SESSION.SESSION_ID.eq(id.value()).and(LiveSession.isAlive(idle, now)), now))
                .stream()
                .map(row -> new UserId(row.get(ENDED_USER)))
                .findFirst();
    }

    @Override
    public int endAll(UserId user, Instant now) {
        statements.later(update(USER_GRANT)
                .set(USER_GRANT.REVOKED_AT, now)
                .where(USER_GRANT.ORG_ID.eq(org.value()))
                .and(USER_GRANT.USER_ID.eq(user.value()))
                .and(USER_GRANT.OFFLINE.isTrue())
                .and(USER_GRANT.REVOKED_AT.isNull()));
        return statements.query(ending(SESSION.USER_ID.eq(user.value()), now)).size();
    }

    /** Says whose they were. */
    private Select<?> ending(Condition which, Instant now) {
        EndedSessions ending = EndedSessions.of(org, now);
        return with(ending.ended(which)).with(ending.told()).select(ENDED_USER).from(table(name(EndedSessions.ENDED)));
    }

    @Override
    public void endEverybodys() {
        statements.later(update(ORGANIZATION)
                .set(ORGANIZATION.SESSION_EPOCH, ORGANIZATION.SESSION_EPOCH.plus(1))
                .where(ORGANIZATION.ORG_ID.eq(org.value())));
    }

    private static StartedSession toDomain(Record row) {
        return new StartedSession(
                new SessionId(row.get(SESSION.SESSION_ID)),
                new UserId(row.get(SESSION.USER_ID)),
                row.get(USER_NAME),
                new Authentication(row.get(SESSION.AUTH_TIME), row.get(SESSION.ACR), List.of(row.get(SESSION.AMR))),
                Optional.ofNullable(row.get(SESSION.IP)),
                Optional.ofNullable(row.get(SESSION.USER_AGENT)),
                row.get(SESSION.CREATED_AT),
                row.get(SESSION.LAST_USED_AT),
                row.get(SESSION.EXPIRES_AT));
    }
}
