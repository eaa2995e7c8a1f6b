package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.AUDIT_EVENT;
import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.grant.ClientGrants;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.RateLimit;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.audit.AuditRow;
import dev.rampart.persistence.role.RolesHeld;
import java.time.Instant;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** What clients are given, in one statement that counts, asks and writes down. */
public record PostgresClientGrants(Statements statements, OrgId org, Vault vault) implements ClientGrants {

    private static final Field<Boolean> PASSED = field(name("passed"), Boolean.class);
    private static final Field<Instant> DUE = field(name("due"), SQLDataType.INSTANT);
    private static final Field<Boolean> CURRENT = field(name("is_current"), Boolean.class);
    private static final Field<String[]> ROLES = field(name("roles"), String[].class);

    @Override
    public Answer ask(Asking asking, AuditEvent event, Instant now) {
        RateLimit limit = new RateLimit(org, RateLimit.Bucket.TOKEN, asking.network(), asking.limit(), now);
        Record row = statements
                .query(with(limit.counted())
                        .with(current(asking))
                        .with(written(event))
                        .select(
                                field(RateLimit.passed()).as(PASSED),
                                limit.due().as(DUE),
                                field(exists(selectOne().from(table(name("current")))))
                                        .as(CURRENT),
                                RolesHeld.by(
                                                RoleHolder.Kind.CLIENT,
                                                val(asking.client().value()))
                                        .as(ROLES)))
                .getFirst();
        if (!row.get(PASSED)) {
            return new Answer.Limited(limit.retryAt(row.get(DUE)));
        }
        return row.get(CURRENT) ? new Answer.Given(RolesHeld.toDomain(row.get(ROLES))) : new Answer.ClientChanged();
    }

    private CommonTableExpression<?> current(Asking asking) {
        return name("current")
                .as(selectOne()
                        .from(CLIENT)
                        .join(ORGANIZATION)
                        .on(ORGANIZATION.ORG_ID.eq(CLIENT.ORG_ID))
                        .and(ORGANIZATION.ENABLED.isTrue())
                        .where(CLIENT.ORG_ID.eq(org.value()))
                        .and(CLIENT.CLIENT_ID.eq(asking.client().value()))
                        .and(CLIENT.ENABLED.isTrue())
                        .and(CLIENT.VERSION.eq(asking.version())));
    }

    private CommonTableExpression<?> written(AuditEvent event) {
        Map<Field<?>, Field<?>> row = AuditRow.of(org, event, vault);
        return name("written")
                .as(insertInto(AUDIT_EVENT, row.keySet())
                        .select(select(row.values())
                                .from(table(name("current")))
                                .where(RateLimit.passed()))
                        .returningResult(AUDIT_EVENT.ID));
    }
}
