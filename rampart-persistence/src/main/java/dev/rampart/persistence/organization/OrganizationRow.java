package dev.rampart.persistence.organization;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.organization.ManagedOrganization;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.shared.OrgId;
import java.util.Objects;
import org.jooq.Record;
import org.jooq.SelectJoinStep;

/** An organization as the columns of a row. */
final class OrganizationRow {

    private OrganizationRow() {}

    static SelectJoinStep<? extends Record> selected() {
        return select(
                        ORGANIZATION.ORG_ID,
                        ORGANIZATION.SLUG,
                        ORGANIZATION.NAME,
                        ORGANIZATION.ENABLED,
                        ORGANIZATION.VERSION,
                        ORGANIZATION.CREATED_AT,
                        ORGANIZATION.UPDATED_AT)
                .from(ORGANIZATION);
    }

    static Organization toDomain(Record row) {
        return new Organization(
                new OrgId(row.get(ORGANIZATION.ORG_ID)),
                new OrgSlug(row.get(ORGANIZATION.SLUG)),
                row.get(ORGANIZATION.NAME),
                row.get(ORGANIZATION.ENABLED),
                row.get(ORGANIZATION.VERSION));
    }

    static ManagedOrganization toManaged(Record row) {
        return new ManagedOrganization(
                toDomain(row),
                row.get(ORGANIZATION.CREATED_AT),
                Objects.requireNonNullElse(row.get(ORGANIZATION.UPDATED_AT), row.get(ORGANIZATION.CREATED_AT)));
    }
}
