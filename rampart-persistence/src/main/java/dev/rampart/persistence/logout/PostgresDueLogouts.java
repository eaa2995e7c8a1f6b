package dev.rampart.persistence.logout;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.resultQuery;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.logout.DueLogouts;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Looks through the notices of all organizations, by the policy that lets them be looked through. */
public record PostgresDueLogouts(DataSource pool) implements DueLogouts {

    /** Steps from organization to organization along the index: none hides behind the thousands of another. */
    private static final String WAITING = """
            WITH RECURSIVE waiting (org_id) AS (
                (SELECT org_id FROM logout_notice WHERE given_up_at IS NULL ORDER BY org_id LIMIT 1)
                UNION ALL
                SELECT (SELECT next.org_id FROM logout_notice AS next
                    WHERE next.given_up_at IS NULL AND next.org_id > waiting.org_id ORDER BY next.org_id LIMIT 1)
                FROM waiting WHERE waiting.org_id IS NOT NULL)
            SELECT waiting.org_id FROM waiting CROSS JOIN LATERAL (
                SELECT due_at FROM logout_notice AS its
                WHERE its.org_id = waiting.org_id AND its.given_up_at IS NULL ORDER BY its.due_at LIMIT 1) AS first
            WHERE first.due_at <= {0} ORDER BY first.due_at LIMIT {1}""";

    private static final Field<UUID> ORG = field(name("org_id"), UUID.class);

    @Override
    public List<OrgId> organizations(Instant now, int limit) {
        return Statements.acrossOrganizations(
                pool,
                statements -> statements
                        .query(resultQuery(WAITING, val(now, SQLDataType.INSTANT), val(limit))
                                .coerce(ORG))
                        .map(row -> new OrgId(row.get(ORG))));
    }
}
