package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_FLOW;
import static dev.rampart.persistence.schema.Tables.USER_ERASURE;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.user.DeletedUser;
import dev.rampart.domain.user.DeletedUsers;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.key.PersonalKeys;
import dev.rampart.persistence.session.EndedSessions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** Deleted people: their rows in {@code app_user}, with what is to become of them in {@code user_erasure}. */
public record PostgresDeletedUsers(Statements statements, OrgId org, PersonalKeys keys) implements DeletedUsers {

    @Override
    public void add(UserId id, Instant now, Instant restorableUntil) {
        statements.later(insertInto(
                        USER_ERASURE,
                        USER_ERASURE.ORG_ID,
                        USER_ERASURE.USER_ID,
                        USER_ERASURE.WAS_ENABLED,
                        USER_ERASURE.DUE_AT)
                .select(select(
                                APP_USER.ORG_ID,
                                APP_USER.USER_ID,
                                APP_USER.ENABLED,
                                val(restorableUntil, USER_ERASURE.DUE_AT))
                        .from(APP_USER)
                        .where(isUser(id))));
        statements.later(update(APP_USER)
                .set(APP_USER.DELETED_AT, now)
                .set(APP_USER.ENABLED, inline(false))
                .set(APP_USER.VERSION, APP_USER.VERSION.plus(1))
                .set(APP_USER.UPDATED_AT, now)
                .where(isUser(id)));
        statements.later(EndedSessions.of(org, now).ending(SESSION.USER_ID.eq(id.value())));
        statements.later(deleteFrom(SIGN_IN_FLOW)
                .where(SIGN_IN_FLOW.ORG_ID.eq(org.value()))
                .and(SIGN_IN_FLOW.USER_ID.eq(id.value())));
    }

    @Override
    public Page<DeletedUser> page(PageRequest request) {
        Keyset keyset = Keyset.byId(USER_ERASURE.USER_ID, request);
        List<DeletedUser> read = statements
                .query(selected()
                        .and(request.search().map(SearchWords::match).orElse(trueCondition()))
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(this::toDomain);
        return Page.of(
                read,
                request,
                deleted -> Position.of(deleted.person().user().id().toString()));
    }

    @Override
    public Optional<DeletedUser> lock(UserId id) {
        return statements.query(selected().and(isUser(id)).forUpdate().of(APP_USER)).stream()
                .map(this::toDomain)
                .findFirst();
    }

    @Override
    public ManagedUser restore(UserId id, Instant now) {
        Record restored = statements
                .query(update(APP_USER)
                        .set(APP_USER.DELETED_AT, inline(null, APP_USER.DELETED_AT))
                        .set(APP_USER.ENABLED, USER_ERASURE.WAS_ENABLED)
                        .set(APP_USER.VERSION, APP_USER.VERSION.plus(1))
                        .set(APP_USER.UPDATED_AT, now)
                        .from(USER_ERASURE)
                        .where(isUser(id))
                        .and(USER_ERASURE.ORG_ID.eq(APP_USER.ORG_ID))
                        .and(USER_ERASURE.USER_ID.eq(APP_USER.USER_ID))
                        .returning(UserRow.MANAGED))
                .getFirst();
        statements.later(deleteFrom(USER_ERASURE)
                .where(USER_ERASURE.ORG_ID.eq(org.value()))
                .and(USER_ERASURE.USER_ID.eq(id.value())));
        return UserRow.toManaged(restored);
    }

    private SelectConditionStep<Record> selected() {
        return select(UserRow.MANAGED)
                .select(APP_USER.DELETED_AT, USER_ERASURE.DUE_AT)
                .from(USER_ERASURE)
                .join(APP_USER)
                .on(APP_USER.ORG_ID.eq(USER_ERASURE.ORG_ID))
                .and(APP_USER.USER_ID.eq(USER_ERASURE.USER_ID))
                .where(USER_ERASURE.ORG_ID.eq(org.value()));
    }

    private Condition isUser(UserId id) {
        return APP_USER.ORG_ID.eq(org.value()).and(APP_USER.USER_ID.eq(id.value()));
    }

    private DeletedUser toDomain(Record row) {
        keys.meet(row.get(APP_USER.USER_ID), row.get(APP_USER.PERSONAL_KEY));
        return new DeletedUser(UserRow.toManaged(row), row.get(APP_USER.DELETED_AT), row.get(USER_ERASURE.DUE_AT));
    }
}
