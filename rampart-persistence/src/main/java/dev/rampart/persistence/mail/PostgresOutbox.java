package dev.rampart.persistence.mail;

import static dev.rampart.persistence.schema.Tables.OUTBOX;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.key.Vault;
import dev.rampart.domain.mail.Mail;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.mail.MailId;
import dev.rampart.domain.mail.Outbox;
import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.work.Lease;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.work.Fence;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** Mail in the table {@code outbox}, sealed, written together with whatever travels next. */
public record PostgresOutbox(Statements statements, OrgId org, Vault vault) implements Outbox {

    private static final int FAILURE_MAX = 200;

    @Override
    public void add(OutgoingMail outgoing) {
        Mail mail = outgoing.mail();
        MailId id = outgoing.id();
        statements.later(insertInto(OUTBOX)
                .set(OUTBOX.ORG_ID, org.value())
                .set(OUTBOX.MAIL_ID, id.value())
                .set(OUTBOX.SENDER, mail.sender())
                .set(OUTBOX.RECIPIENT, sealed(OUTBOX.RECIPIENT, id, mail.to().value()))
                .set(OUTBOX.SUBJECT, sealed(OUTBOX.SUBJECT, id, mail.subject()))
                .set(OUTBOX.TEXT_PART, sealed(OUTBOX.TEXT_PART, id, mail.text()))
                .set(OUTBOX.HTML_PART, sealed(OUTBOX.HTML_PART, id, mail.html()))
                .set(OUTBOX.CREATED_AT, outgoing.createdAt())
                .set(OUTBOX.DUE_AT, outgoing.createdAt())
                .set(OUTBOX.ATTEMPTS, 0));
    }

    @Override
    public Optional<Attempt> claim(Lease lease, Instant now, Instant until) {
        var next = select(OUTBOX.MAIL_ID)
                .from(OUTBOX)
                .where(OUTBOX.ORG_ID.eq(org.value()))
                .and(OUTBOX.GIVEN_UP_AT.isNull())
                .and(OUTBOX.DUE_AT.le(now))
                .orderBy(OUTBOX.DUE_AT, OUTBOX.MAIL_ID)
                .limit(1)
                .forUpdate()
                .skipLocked();
        return statements
                .query(update(OUTBOX)
                        .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1))
                        .set(OUTBOX.DUE_AT, until)
                        .where(OUTBOX.ORG_ID.eq(org.value()))
                        .and(OUTBOX.MAIL_ID.eq(next))
                        .and(Fence.holds(lease))
                        .returning(
                                OUTBOX.MAIL_ID,
                                OUTBOX.SENDER,
                                OUTBOX.RECIPIENT,
                                OUTBOX.SUBJECT,
                                OUTBOX.TEXT_PART,
                                OUTBOX.HTML_PART,
                                OUTBOX.CREATED_AT,
                                OUTBOX.ATTEMPTS))
                .stream()
                .map(this::attempt)
                .findFirst();
    }

    @Override
    public void sent(Attempt attempt) {
        statements.later(deleteFrom(OUTBOX).where(isStill(attempt)));
    }

    @Override
    public void failed(Attempt attempt, String why, Instant dueAt) {
        statements.later(update(OUTBOX)
                .set(OUTBOX.FAILURE, shortened(why))
                .set(OUTBOX.DUE_AT, dueAt)
                .where(isStill(attempt)));
    }

    @Override
    public void giveUp(Attempt attempt, String why, Instant now) {
        statements.later(update(OUTBOX)
                .set(OUTBOX.FAILURE, shortened(why))
                .set(OUTBOX.GIVEN_UP_AT, now)
                .set(OUTBOX.RECIPIENT, inline(null, OUTBOX.RECIPIENT))
                .set(OUTBOX.SUBJECT, inline(null, OUTBOX.SUBJECT))
                .set(OUTBOX.TEXT_PART, inline(null, OUTBOX.TEXT_PART))
                .set(OUTBOX.HTML_PART, inline(null, OUTBOX.HTML_PART))
                .where(isStill(attempt)));
    }

    private Condition isStill(Attempt attempt) {
        return OUTBOX.ORG_ID
                .eq(org.value())
                .and(OUTBOX.MAIL_ID.eq(attempt.mail().id().value()))
                .and(OUTBOX.ATTEMPTS.eq(attempt.number()))
                .and(OUTBOX.GIVEN_UP_AT.isNull());
    }

    private Attempt attempt(Record row) {
        MailId id = new MailId(row.get(OUTBOX.MAIL_ID));
        Mail mail = new Mail(
                row.get(OUTBOX.SENDER),
                new MailAddress(opened(OUTBOX.RECIPIENT, id, row)),
                opened(OUTBOX.SUBJECT, id, row),
                opened(OUTBOX.TEXT_PART, id, row),
                opened(OUTBOX.HTML_PART, id, row));
        return new Attempt(new OutgoingMail(id, mail, row.get(OUTBOX.CREATED_AT)), row.get(OUTBOX.ATTEMPTS));
    }

    private byte[] sealed(Field<byte[]> column, MailId id, String text) {
        return vault.seal(org, place(column, id), text.getBytes(UTF_8));
    }

    private String opened(Field<byte[]> column, MailId id, Record row) {
        return new String(vault.open(org, place(column, id), row.get(column)), UTF_8);
    }

    private static Vault.Place place(Field<byte[]> column, MailId id) {
        return new Vault.Place(OUTBOX.getName(), column.getName(), id.toString());
    }

    private static String shortened(String why) {
        return why.length() <= FAILURE_MAX ? why : why.substring(0, FAILURE_MAX);
    }
}
