package dev.rampart.persistence.invitation;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.INVITATION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.invitation.Invitation;
import dev.rampart.domain.invitation.InvitationId;
import dev.rampart.domain.invitation.Invitations;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Invitations in the table of that name, whose index keeps all but one of an address from being open. */
public record PostgresInvitations(Statements statements, OrgId org) implements Invitations {

    private static final Field<Boolean> ADDED = field(name("is_added"), Boolean.class);
    private static final Field<Boolean> TAKEN = field(name("is_taken"), Boolean.class);

    private static final Condition OPEN = INVITATION.ACCEPTED_AT.isNull().and(INVITATION.REVOKED_AT.isNull());

    @Override
    public Added add(Invitation invitation, Sha256 link) {
        makeRoom(invitation.email(), invitation.createdAt());
        Record answer = statements
                .query(with(name("added")
                                .as(insertInto(INVITATION)
                                        .columns(row(invitation, link).keySet())
                                        .select(select(row(invitation, link).values())
                                                .where(notExists(person(invitation.email()))))
                                        .onConflictDoNothing()
                                        .returningResult(INVITATION.INVITATION_ID)))
                        .select(
                                field(exists(selectOne().from(table(name("added")))))
                                        .as(ADDED),
                                field(exists(person(invitation.email()))).as(TAKEN)))
                .getFirst();
        if (answer.get(ADDED)) {
            return Added.ADDED;
        }
        return answer.get(TAKEN) ? Added.ADDRESS_TAKEN : Added.PENDING_ALREADY;
    }

    @Override
    public Page<Invitation> page(PageRequest request) {
        Keyset keyset = Keyset.byId(INVITATION.INVITATION_ID, request);
        List<Invitation> read = statements
                .query(selected()
                        .and(request.search()
                                .map(search -> Keyset.beginsWith(
                                        INVITATION.EMAIL_CANONICAL,
                                        CanonicalName.of(search).value()))
                                .orElse(trueCondition()))
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(InvitationRow::toDomain);
        return Page.of(read, request, found -> Position.of(found.id().toString()));
    }

    @Override
    public Optional<Invitation> find(InvitationId id) {
        return first(selected().and(INVITATION.INVITATION_ID.eq(id.value())));
    }

    /** One that had expired, and made room for another, cannot come back: the index says so. */
    @Override
    public Optional<Invitation> renew(InvitationId id, Sha256 link, Period period) {
        return first(update(INVITATION)
                .set(INVITATION.TOKEN_HASH, link.bytes())
                .set(INVITATION.EXPIRES_AT, period.expiresAt())
                .set(INVITATION.VERSION, INVITATION.VERSION.plus(1))
                .where(is(id))
                .and(OPEN)
                .returning(InvitationRow.COLUMNS));
    }

    @Override
    public Optional<Invitation> revoke(InvitationId id, Instant now) {
        return first(update(INVITATION)
                .set(INVITATION.REVOKED_AT, now)
                .set(INVITATION.VERSION, INVITATION.VERSION.plus(1))
                .where(is(id))
                .and(OPEN)
                .and(INVITATION.EXPIRES_AT.gt(now))
                .returning(InvitationRow.COLUMNS));
    }

    @Override
    public Optional<Invitation> look(Sha256 link) {
        return first(selected().and(INVITATION.TOKEN_HASH.eq(link.bytes())));
    }

    @Override
    public Optional<Invitation> accept(Sha256 link, UserId user, Instant now) {
        return first(update(INVITATION)
                .set(INVITATION.ACCEPTED_AT, now)
                .set(INVITATION.USER_ID, user.value())
                .set(INVITATION.VERSION, INVITATION.VERSION.plus(1))
                .where(INVITATION.ORG_ID.eq(org.value()))
                .and(INVITATION.TOKEN_HASH.eq(link.bytes()))
                .and(OPEN)
                .and(INVITATION.EXPIRES_AT.gt(now))
                .returning(InvitationRow.COLUMNS));
    }

    @Override
    public void giveBack(InvitationId id) {
        statements.later(update(INVITATION)
                .set(INVITATION.ACCEPTED_AT, inline(null, INVITATION.ACCEPTED_AT))
                .set(INVITATION.USER_ID, inline(null, INVITATION.USER_ID))
                .set(INVITATION.VERSION, INVITATION.VERSION.minus(1))
                .where(is(id)));
    }

    /** Closes one that has expired, so that the address may be invited again. */
    private void makeRoom(MailAddress address, Instant now) {
        statements.later(update(INVITATION)
                .set(INVITATION.REVOKED_AT, now)
                .where(INVITATION.ORG_ID.eq(org.value()))
                .and(INVITATION.EMAIL_CANONICAL.eq(canonical(address)))
                .and(OPEN)
                .and(INVITATION.EXPIRES_AT.le(now)));
    }

    private SelectConditionStep<?> person(MailAddress address) {
        return selectOne()
                .from(APP_USER)
                .where(APP_USER.ORG_ID.eq(org.value()))
                .and(APP_USER.EMAIL_CANONICAL.eq(canonical(address)));
    }

    private Condition is(InvitationId id) {
        return INVITATION.ORG_ID.eq(org.value()).and(INVITATION.INVITATION_ID.eq(id.value()));
    }

    private SelectConditionStep<Record> selected() {
        return select(InvitationRow.COLUMNS).from(INVITATION).where(INVITATION.ORG_ID.eq(org.value()));
    }

    private Optional<Invitation> first(ResultQuery<? extends Record> query) {
        return statements.query(query).stream().map(InvitationRow::toDomain).findFirst();
    }

    private Map<Field<?>, Field<?>> row(Invitation invitation, Sha256 link) {
        Map<Field<?>, Field<?>> row = new LinkedHashMap<>();
        put(row, INVITATION.ORG_ID, org.value());
        put(row, INVITATION.INVITATION_ID, invitation.id().value());
        put(row, INVITATION.TOKEN_HASH, link.bytes());
        put(row, INVITATION.EMAIL, invitation.email().value());
        put(row, INVITATION.EMAIL_CANONICAL, canonical(invitation.email()));
        put(row, INVITATION.ROLES, InvitationRow.words(invitation.roles()));
        put(row, INVITATION.GIVEN_NAME, invitation.names().given().orElse(null));
        put(row, INVITATION.FAMILY_NAME, invitation.names().family().orElse(null));
        put(row, INVITATION.LOCALE, invitation.names().locale().orElse(null));
        put(row, INVITATION.VERSION, invitation.version());
        put(row, INVITATION.CREATED_AT, invitation.createdAt());
        put(row, INVITATION.EXPIRES_AT, invitation.expiresAt());
        return row;
    }

    private static <T> void put(Map<Field<?>, Field<?>> row, Field<T> column, @Nullable T value) {
        row.put(column, value == null ? inline(null, column) : val(value, column));
    }

    private static String canonical(MailAddress address) {
        return CanonicalName.of(address.value()).value();
    }
}
