package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.UserId;
import dev.rampart.domain.user.UserRegister;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.key.PersonalKeys;
import dev.rampart.persistence.session.EndedSessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;

/** People in the table {@code app_user}, with the words they are found by. */
public record PostgresUserRegister(Statements statements, OrgId org, PersonalKeys keys) implements UserRegister {

    @Override
    public boolean add(ManagedUser user) {
        return new UserWriting(statements, org, keys).add(user);
    }

    @Override
    public Page<ManagedUser> page(PageRequest request) {
        Keyset keyset = UserOrder.keyset(request);
        List<ManagedUser> read = statements
                .query(selected()
                        .and(request.search().map(SearchWords::match).orElse(trueCondition()))
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(this::toDomain);
        return Page.of(
                read,
                request,
                user -> UserOrder.position(user.user(), request.order().key()));
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
        return new UserWriting(statements, org, keys).replace(user);
    }

    @Override
    public void remove(UserId id) {
        new UserRemoval(statements, org, id).remove();
    }

    @Override
    public void endSessions(UserId id, Instant now) {
        statements.later(EndedSessions.of(org, now).ending(SESSION.USER_ID.eq(id.value())));
    }

    private SelectConditionStep<Record> selected() {
        return select(UserRow.MANAGED)
                .from(APP_USER)
                .where(APP_USER.ORG_ID.eq(org.value()))
                .and(APP_USER.DELETED_AT.isNull());
    }

    private Optional<ManagedUser> first(ResultQuery<Record> query) {
        return statements.query(query).stream().map(this::toDomain).findFirst();
    }

    private ManagedUser toDomain(Record row) {
        keys.meet(row.get(APP_USER.USER_ID), row.get(APP_USER.PERSONAL_KEY));
        return UserRow.toManaged(row);
    }
}
