package dev.rampart.persistence.mail;

import static dev.rampart.persistence.schema.Tables.OUTBOX;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.mail.DueMail;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.Field;

/** Looks through the outboxes of all organizations, by the policy that lets them be looked through. */
public record PostgresDueMail(DataSource pool) implements DueMail {

    /** Rows that are looked at, so that a very long queue costs no more than a long one. */
    private static final int LOOKED_AT = 2_000;

    private static final Field<UUID> ORG = field(name("waiting", "org_id"), UUID.class);
    private static final Field<Instant> DUE = field(name("waiting", "due_at"), Instant.class);

    @Override
    public List<OrgId> organizations(Instant now, int limit) {
        var waiting = select(OUTBOX.ORG_ID, OUTBOX.DUE_AT)
                .from(OUTBOX)
                .where(OUTBOX.GIVEN_UP_AT.isNull())
                .and(OUTBOX.DUE_AT.le(now))
                .orderBy(OUTBOX.DUE_AT)
                .limit(LOOKED_AT)
                .asTable("waiting");
        return Statements.acrossOrganizations(
                pool,
                statements -> statements
                        .query(select(ORG)
                                .from(waiting)
                                .groupBy(ORG)
                                .orderBy(min(DUE))
                                .limit(limit))
                        .map(row -> new OrgId(row.get(ORG))));
    }
}
