package dev.rampart.persistence.organization;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.organization.DueOrganizations;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Organizations whose time has come, through the policy that lets all of them be listed. */
public record PostgresDueOrganizations(DataSource pool) implements DueOrganizations {

    @Override
    public Optional<OrgId> first(Instant now) {
        return Statements.acrossOrganizations(
                pool,
                statements -> statements
                        .query(select(ORGANIZATION.ORG_ID)
                                .from(ORGANIZATION)
                                .where(ORGANIZATION.DELETION_AT.le(now))
                                .orderBy(ORGANIZATION.DELETION_AT)
                                .limit(1))
                        .stream()
                        .map(row -> new OrgId(row.get(ORGANIZATION.ORG_ID)))
                        .findFirst());
    }
}
