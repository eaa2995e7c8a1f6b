package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.AUDIT_EVENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION_SETTINGS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
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
import dev.rampart.persistence.settings.Chosen;
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
                        .with(CurrentClient.named(org, asking.client(), asking.version()))
                        .with(written(event))
                        .select(
                                field(RateLimit.passed()).as(PASSED),
                                limit.due().as(DUE),
                                field(CurrentClient.isThere()).as(CURRENT),
                                RolesHeld.by(
                                                RoleHolder.Kind.CLIENT,
                                                val(asking.client().value()))
                                        .as(ROLES))
                        .select(Chosen.tokens())
                        .from(selectOne().asTable("always"))
                        .leftJoin(ORGANIZATION_SETTINGS)
                        .on(Chosen.isOf(org)))
                .getFirst();
        if (!row.get(PASSED)) {
            return new Answer.Limited(limit.retryAt(row.get(DUE)));
        }
        return row.get(CURRENT)
                ? new Answer.Given(RolesHeld.toDomain(row.get(ROLES)), Chosen.tokens(row))
                : new Answer.ClientChanged();
    }

    private CommonTableExpression<?> written(AuditEvent event) {
        Map<Field<?>, Field<?>> row = AuditRow.of(org, event, vault);
        return name("written")
                .as(insertInto(AUDIT_EVENT, row.keySet())
                        .select(select(row.values()).where(RateLimit.passed()).and(CurrentClient.isThere()))
                        .returningResult(AUDIT_EVENT.ID));
    }
}
