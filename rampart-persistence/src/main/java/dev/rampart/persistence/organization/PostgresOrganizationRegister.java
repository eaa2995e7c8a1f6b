package dev.rampart.persistence.organization;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.organization.ManagedOrganization;
import dev.rampart.domain.organization.OrganizationRegister;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** The organization of a unit of work, in the table of that name. */
public record PostgresOrganizationRegister(Statements statements, OrgId org) implements OrganizationRegister {

    @Override
    public Optional<ManagedOrganization> find() {
        return first(OrganizationRow.selected().where(ORGANIZATION.ORG_ID.eq(org.value())));
    }

    @Override
    public Optional<ManagedOrganization> lock() {
        return first(OrganizationRow.selected()
                .where(ORGANIZATION.ORG_ID.eq(org.value()))
                .forUpdate());
    }

    @Override
    public void replace(ManagedOrganization managed) {
        statements.later(
                update(ORGANIZATION).set(OrganizationRow.of(managed)).where(ORGANIZATION.ORG_ID.eq(org.value())));
    }

    private Optional<ManagedOrganization> first(ResultQuery<? extends Record> query) {
        return statements.query(query).stream().map(OrganizationRow::toManaged).findFirst();
    }
}
