package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.UserId;
import dev.rampart.domain.user.UserRegister;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;

/** People in the table {@code app_user}, with the words they are found by. */
public record PostgresUserRegister(Statements statements, OrgId org) implements UserRegister {

    private static final List<Field<?>> COLUMNS = columns();

    private static List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>(UserRow.COLUMNS);
        columns.add(APP_USER.ATTRIBUTES);
        columns.add(APP_USER.PASSWORD_CHANGE_REQUIRED);
        columns.add(APP_USER.VERSION);
        return List.copyOf(columns);
    }

    @Override
    public boolean add(ManagedUser user) {
        return new UserWriting(statements, org).add(user);
    }

    /** Ids are ordered by time, so that they alone say which came first. */
    @Override
    public Page<ManagedUser> page(PageRequest request) {
        Keyset keyset = Keyset.byId(APP_USER.USER_ID, request);
        List<ManagedUser> read = statements
                .query(selected()
                        .and(request.search().map(SearchWords::match).orElse(trueCondition()))
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(PostgresUserRegister::toDomain);
        return Page.of(read, request, user -> Position.of(user.user().id().toString()));
    }

    @Override
    public Optional<ManagedUser> find(UserId id) {
        return first(selected().and(APP_USER.USER_ID.eq(id.value())));
    }

    @Override
    public Optional<ManagedUser> lock(UserId id) {
        return first(selected().and(APP_USER.USER_ID.eq(id.value())).forUpdate());
    }

    @Override
    public boolean replace(ManagedUser user) {
        return new UserWriting(statements, org).replace(user);
    }

    @Override
    public void remove(UserId id) {
        new UserRemoval(statements, org, id).remove();
    }

    @Override
    public boolean isServiceAccount(String clientId) {
        return statements
                .query(select(CLIENT.CLIENT_ID)
                        .from(CLIENT)
                        .where(CLIENT.ORG_ID.eq(org.value()))
                        .and(CLIENT.CLIENT_ID.eq(clientId)))
                .isNotEmpty();
    }

    @Override
    public void endSessions(UserId id, Instant now) {
        statements.later(update(SESSION)
                .set(SESSION.ENDED_AT, now)
                .where(SESSION.ORG_ID.eq(org.value()))
                .and(SESSION.USER_ID.eq(id.value()))
                .and(SESSION.ENDED_AT.isNull()));
    }

    private SelectConditionStep<Record> selected() {
        return select(COLUMNS).from(APP_USER).where(APP_USER.ORG_ID.eq(org.value()));
    }

    private Optional<ManagedUser> first(ResultQuery<Record> query) {
        return statements.query(query).stream()
                .map(PostgresUserRegister::toDomain)
                .findFirst();
    }

    private static ManagedUser toDomain(Record row) {
        return new ManagedUser(
                UserRow.toDomain(row),
                row.get(APP_USER.ATTRIBUTES).data(),
                row.get(APP_USER.PASSWORD_CHANGE_REQUIRED),
                row.get(APP_USER.VERSION));
    }
}
