package dev.rampart.persistence.mail;

import static dev.rampart.persistence.schema.Tables.OUTBOX;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import dev.rampart.domain.mail.MailBacklog;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.Field;

/** Looks at the outboxes of all organizations, through the policy that lets them be looked through. */
public record PostgresMailBacklog(DataSource pool) implements MailBacklog {

    private static final Field<Integer> WAITING = counted(OUTBOX.GIVEN_UP_AT.isNull(), "waiting");
    private static final Field<Integer> FAILED = counted(OUTBOX.GIVEN_UP_AT.isNotNull(), "failed");
    private static final Field<Instant> OLDEST = field(
                    select(min(OUTBOX.CREATED_AT)).from(OUTBOX).where(OUTBOX.GIVEN_UP_AT.isNull()))
            .as("oldest");

    @Override
    public Backlog look() {
        return Statements.acrossOrganizations(pool, statements -> statements.query(select(WAITING, FAILED, OLDEST)))
                .map(row -> new Backlog(row.get(WAITING), row.get(FAILED), Optional.ofNullable(row.get(OLDEST))))
                .getFirst();
    }

    private static Field<Integer> counted(Condition which, String name) {
        return field(selectCount().from(selectOne().from(OUTBOX).where(which).limit(inline(COUNTED_MAX))))
                .as(name);
    }
}
