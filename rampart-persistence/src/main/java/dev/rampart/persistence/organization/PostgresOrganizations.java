package dev.rampart.persistence.organization;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.insertInto;

import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.Organizations;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.time.Instant;

/** The organization in the table of that name. */
public record PostgresOrganizations(Statements statements, OrgId org) implements Organizations {

    @Override
    public boolean add(Organization organization, Instant now) {
        return statements
                .query(insertInto(ORGANIZATION)
                        .set(ORGANIZATION.ORG_ID, org.value())
                        .set(ORGANIZATION.SLUG, organization.slug().value())
                        .set(ORGANIZATION.NAME, organization.name())
                        .set(ORGANIZATION.ENABLED, organization.enabled())
                        .set(ORGANIZATION.VERSION, organization.version())
                        .set(ORGANIZATION.CREATED_AT, now)
                        .onConflictDoNothing()
                        .returning(ORGANIZATION.ORG_ID))
                .isNotEmpty();
    }
}
