package dev.rampart.persistence.setup;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.SETUP_LINK;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.role.Role;
import dev.rampart.domain.setup.SetupLink;
import dev.rampart.domain.setup.SetupLinks;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.role.RolesHeld;
import java.time.Instant;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** Links in the table {@code setup_link}, whose index keeps all but one of them from being open. */
public record PostgresSetupLinks(Statements statements, OrgId org) implements SetupLinks {

    private static final Field<Boolean> WON = field(name("is_won"), Boolean.class);
    private static final Field<Boolean> NEEDLESS = field(name("is_needless"), Boolean.class);

    @Override
    public void add(SetupLink link) {
        statements.later(insertInto(SETUP_LINK)
                .set(SETUP_LINK.ORG_ID, org.value())
                .set(SETUP_LINK.LINK_HASH, link.hash().bytes())
                .set(SETUP_LINK.CREATED_AT, link.createdAt())
                .set(SETUP_LINK.EXPIRES_AT, link.expiresAt())
                .onConflict(SETUP_LINK.ORG_ID)
                .where(SETUP_LINK.USED_AT.isNull())
                .doUpdate()
                .set(SETUP_LINK.LINK_HASH, excluded(SETUP_LINK.LINK_HASH))
                .set(SETUP_LINK.CREATED_AT, excluded(SETUP_LINK.CREATED_AT))
                .set(SETUP_LINK.EXPIRES_AT, excluded(SETUP_LINK.EXPIRES_AT)));
    }

    @Override
    public Standing look(Sha256 link, Instant now) {
        Record row = statements
                .query(select(needless().as(NEEDLESS), SETUP_LINK.EXPIRES_AT, SETUP_LINK.USED_AT)
                        .from(ORGANIZATION)
                        .leftJoin(SETUP_LINK)
                        .on(isLink(link))
                        .where(ORGANIZATION.ORG_ID.eq(org.value())))
                .getFirst();
        return standing(row, now);
    }

    @Override
    public Standing use(Sha256 link, Instant now) {
        Record row = statements
                .query(with(won(link, now))
                        .select(
                                field(exists(selectOne().from(table(name("won")))))
                                        .as(WON),
                                needless().as(NEEDLESS),
                                SETUP_LINK.EXPIRES_AT,
                                SETUP_LINK.USED_AT)
                        .from(ORGANIZATION)
                        .leftJoin(SETUP_LINK)
                        .on(isLink(link))
                        .where(ORGANIZATION.ORG_ID.eq(org.value())))
                .getFirst();
        if (row.get(WON)) {
            return Standing.OPEN;
        }
        // The link as it was when the statement began: whoever waited for the winner still saw it open.
        Standing seen = standing(row, now);
        return seen == Standing.OPEN ? Standing.USED : seen;
    }

    @Override
    public void giveBack(Sha256 link) {
        statements.later(update(SETUP_LINK)
                .set(SETUP_LINK.USED_AT, val(null, SETUP_LINK.USED_AT))
                .where(isLink(link)));
    }

    private CommonTableExpression<?> won(Sha256 link, Instant now) {
        return name("won")
                .as(update(SETUP_LINK)
                        .set(SETUP_LINK.USED_AT, now)
                        .where(isLink(link))
                        .and(SETUP_LINK.USED_AT.isNull())
                        .and(SETUP_LINK.EXPIRES_AT.gt(now))
                        .and(notExists(RolesHeld.people(org, Role.INSTANCE_ADMIN)))
                        .returningResult(SETUP_LINK.LINK_HASH));
    }

    private Field<Boolean> needless() {
        return field(exists(RolesHeld.people(org, Role.INSTANCE_ADMIN)));
    }

    private static Standing standing(Record row, Instant now) {
        if (row.get(SETUP_LINK.EXPIRES_AT) == null) {
            return Standing.UNKNOWN;
        }
        if (row.get(SETUP_LINK.USED_AT) != null) {
            return Standing.USED;
        }
        if (row.get(NEEDLESS)) {
            return Standing.NEEDLESS;
        }
        return now.isBefore(row.get(SETUP_LINK.EXPIRES_AT)) ? Standing.OPEN : Standing.EXPIRED;
    }

    private Condition isLink(Sha256 link) {
        return SETUP_LINK.ORG_ID.eq(org.value()).and(SETUP_LINK.LINK_HASH.eq(link.bytes()));
    }
}
