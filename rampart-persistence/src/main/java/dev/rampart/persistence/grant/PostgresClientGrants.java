package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.AUDIT_EVENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION_SETTINGS;
import static dev.rampart.persistence.schema.Tables.RESOURCE_SERVER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.SealedEvent;
import dev.rampart.domain.grant.ClientGrants;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.resource.ResourceServer;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.RateLimit;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.audit.AuditRow;
import dev.rampart.persistence.resource.ResourceServerRow;
import dev.rampart.persistence.role.RolesHeld;
import dev.rampart.persistence.settings.Chosen;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
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
                        .with(written(event, isOffered(asking.wanted())))
                        .select(
                                field(RateLimit.passed()).as(PASSED),
                                limit.due().as(DUE),
                                field(CurrentClient.isThere()).as(CURRENT),
                                RolesHeld.by(
                                                RoleHolder.Kind.CLIENT,
                                                val(asking.client().value()))
                                        .as(ROLES))
                        .select(ResourceServerRow.COLUMNS)
                        .select(Chosen.tokens())
                        .from(selectOne().asTable("always"))
                        .leftJoin(RESOURCE_SERVER)
                        .on(isCalled(asking.wanted()))
                        .leftJoin(ORGANIZATION_SETTINGS)
                        .on(Chosen.isOf(org)))
                .getFirst();
        if (!row.get(PASSED)) {
            return new Answer.Limited(limit.retryAt(row.get(DUE)));
        }
        Answer.Given given = new Answer.Given(
                RolesHeld.toDomain(row.get(ROLES)), ResourceServerRow.optional(row), Chosen.tokens(row));
        return row.get(CURRENT) ? answer(asking.wanted(), given) : new Answer.ClientChanged();
    }

    /** As the condition of what was written has it. */
    private static Answer answer(Wanted wanted, Answer.Given given) {
        Optional<ResourceServer> server = given.resourceServer();
        if (wanted.resourceServer().isPresent() && server.isEmpty()) {
            return new Answer.ResourceUnknown();
        }
        return server.filter(found -> !found.offers(wanted.scopes())).isPresent()
                ? new Answer.ScopeNotOffered()
                : given;
    }

    private Condition isCalled(Wanted wanted) {
        return wanted.resourceServer()
                .map(resource -> ResourceServerRow.isCalled(org, val(resource.value())))
                .orElse(falseCondition());
    }

    private Condition isOffered(Wanted wanted) {
        return wanted.resourceServer().isEmpty()
                ? trueCondition()
                : exists(selectOne()
                        .from(RESOURCE_SERVER)
                        .where(isCalled(wanted))
                        .and(ResourceServerRow.offers(wanted.scopes())));
    }

    /** It tells of an application and of nobody else, so that there is nothing to seal. */
    private CommonTableExpression<?> written(AuditEvent event, Condition isOffered) {
        Map<Field<?>, Field<?>> row = AuditRow.of(org, SealedEvent.open(event), vault);
        return name("written")
                .as(insertInto(AUDIT_EVENT, row.keySet())
                        .select(select(row.values())
                                .where(RateLimit.passed())
                                .and(CurrentClient.isThere())
                                .and(isOffered))
                        .returningResult(AUDIT_EVENT.ID));
    }
}
