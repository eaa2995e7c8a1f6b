package dev.rampart.persistence.consent;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.CONSENT;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_FLOW;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.consent.Consent;
import dev.rampart.domain.consent.ConsentId;
import dev.rampart.domain.consent.Consents;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.client.DisplayRow;
import dev.rampart.persistence.key.PersonalKeys;
import dev.rampart.persistence.session.LiveSession;
import dev.rampart.persistence.session.SessionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;

/** Consents in the table of that name, and the flows that ask for them. */
public record PostgresConsents(Statements statements, OrgId org, PersonalKeys keys) implements Consents {

    @Override
    public Optional<Question> question(Asking asking, Duration idle, Instant now) {
        return statements
                .query(select(SessionRow.COLUMNS)
                        .select(DisplayRow.COLUMNS)
                        .select(
                                CLIENT.CLIENT_ID,
                                CLIENT.CLIENT_NAME,
                                SIGN_IN_FLOW.REQUEST,
                                SIGN_IN_FLOW.ASKED_SCOPES,
                                SIGN_IN_FLOW.ASKED_RESOURCES,
                                CONSENT.SCOPES,
                                CONSENT.RESOURCES)
                        .from(LiveSession.withEverybodyEnabled()
                                .join(SIGN_IN_FLOW)
                                .on(SIGN_IN_FLOW.ORG_ID.eq(SESSION.ORG_ID))
                                .and(SIGN_IN_FLOW.USER_ID.eq(SESSION.USER_ID))
                                .join(CLIENT)
                                .on(CLIENT.ORG_ID.eq(SIGN_IN_FLOW.ORG_ID))
                                .and(CLIENT.CLIENT_ID.eq(SIGN_IN_FLOW.CLIENT_ID))
                                .and(CLIENT.ENABLED.isTrue())
                                .leftJoin(CONSENT)
                                .on(CONSENT.ORG_ID.eq(SIGN_IN_FLOW.ORG_ID))
                                .and(CONSENT.USER_ID.eq(SIGN_IN_FLOW.USER_ID))
                                .and(CONSENT.CLIENT_ID.eq(SIGN_IN_FLOW.CLIENT_ID)))
                        .where(SESSION.ORG_ID.eq(org.value()))
                        .and(SESSION.TOKEN_HASH.eq(asking.session().bytes()))
                        .and(LiveSession.isAlive(idle, now))
                        .and(isOpen(asking, now)))
                .stream()
                .map(this::question)
                .findFirst();
    }

    private Condition isOpen(Asking asking, Instant now) {
        return SIGN_IN_FLOW
                .ORG_ID
                .eq(org.value())
                .and(SIGN_IN_FLOW.FLOW_HASH.eq(asking.flow().bytes()))
                .and(SIGN_IN_FLOW.BROWSER_HASH.eq(asking.browser().bytes()))
                .and(SIGN_IN_FLOW.ASKED_SCOPES.isNotNull())
                .and(SIGN_IN_FLOW.CONSENTED_AT.isNull())
                .and(SIGN_IN_FLOW.RESUMED_AT.isNull())
                .and(SIGN_IN_FLOW.EXPIRES_AT.gt(now));
    }

    @Override
    public Optional<Question> answer(Asking asking, Answer answer, Duration idle, Instant now) {
        return question(asking, idle, now)
                .filter(question -> isFirst(asking, answer, now))
                .map(question -> {
                    if (answer.allowed()) {
                        statements.later(Allowances.added(org, question, answer, now));
                    }
                    return question;
                });
    }

    /** Who denies has had their say as well: the flow cannot be answered again. */
    private boolean isFirst(Asking asking, Answer answer, Instant now) {
        return !statements
                .query(update(SIGN_IN_FLOW)
                        .set(answer.allowed() ? SIGN_IN_FLOW.CONSENTED_AT : SIGN_IN_FLOW.RESUMED_AT, now)
                        .where(isOpen(asking, now))
                        .returning(SIGN_IN_FLOW.FLOW_HASH))
                .isEmpty();
    }

    @Override
    public Page<Consent> page(PageRequest request) {
        return page(trueCondition(), request);
    }

    @Override
    public Page<Consent> page(UserId user, PageRequest request) {
        return page(CONSENT.USER_ID.eq(user.value()), request);
    }

    private Page<Consent> page(Condition whose, PageRequest request) {
        Keyset keyset = Keyset.byId(CONSENT.CONSENT_ID, request);
        List<Consent> read = statements
                .query(select(CONSENT.fields())
                        .select(CLIENT.CLIENT_NAME)
                        .from(CONSENT)
                        .join(CLIENT)
                        .on(CLIENT.ORG_ID.eq(CONSENT.ORG_ID))
                        .and(CLIENT.CLIENT_ID.eq(CONSENT.CLIENT_ID))
                        .where(CONSENT.ORG_ID.eq(org.value()))
                        .and(whose)
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(PostgresConsents::consent);
        return Page.of(read, request, consent -> Position.of(consent.id().toString()));
    }

    @Override
    public Optional<Revoked> revoke(ConsentId id, Instant now) {
        Optional<Revoked> gone = statements
                .query(deleteFrom(CONSENT)
                        .where(CONSENT.ORG_ID.eq(org.value()))
                        .and(CONSENT.CONSENT_ID.eq(id.value()))
                        .returning(CONSENT.USER_ID, CONSENT.CLIENT_ID))
                .stream()
                .map(row -> new Revoked(new UserId(row.get(CONSENT.USER_ID)), new ClientId(row.get(CONSENT.CLIENT_ID))))
                .findFirst();
        gone.ifPresent(revoked -> statements.later(update(USER_GRANT)
                .set(USER_GRANT.REVOKED_AT, now)
                .where(USER_GRANT.ORG_ID.eq(org.value()))
                .and(USER_GRANT.USER_ID.eq(revoked.user().value()))
                .and(USER_GRANT.CLIENT_ID.eq(revoked.client().value()))
                .and(USER_GRANT.REVOKED_AT.isNull())));
        return gone;
    }

    private Question question(Record row) {
        return new Question(
                SessionRow.toDomain(row, keys),
                new ClientId(row.get(CLIENT.CLIENT_ID)),
                row.get(CLIENT.CLIENT_NAME),
                DisplayRow.toDomain(row),
                row.get(SIGN_IN_FLOW.REQUEST),
                Allowances.of(row.get(SIGN_IN_FLOW.ASKED_SCOPES), row.get(SIGN_IN_FLOW.ASKED_RESOURCES)),
                row.get(CONSENT.SCOPES) == null ? Allowed.NOTHING : Allowances.toDomain(row));
    }

    private static Consent consent(Record row) {
        return new Consent(
                new ConsentId(row.get(CONSENT.CONSENT_ID)),
                new UserId(row.get(CONSENT.USER_ID)),
                new ClientId(row.get(CONSENT.CLIENT_ID)),
                row.get(CLIENT.CLIENT_NAME),
                Allowances.toDomain(row),
                row.get(CONSENT.CREATED_AT),
                row.get(CONSENT.UPDATED_AT));
    }
}
