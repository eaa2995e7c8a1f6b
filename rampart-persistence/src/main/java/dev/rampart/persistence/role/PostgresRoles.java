package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static org.jooq.impl.DSL.insertInto;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.Roles;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;

/** Who holds which role, in the table {@code role_assignment}. */
public record PostgresRoles(Statements statements, OrgId org) implements Roles {

    @Override
    public void assign(RoleHolder holder, Role role) {
        statements.later(insertInto(ROLE_ASSIGNMENT)
                .set(ROLE_ASSIGNMENT.ORG_ID, org.value())
                .set(ROLE_ASSIGNMENT.HOLDER_KIND, CanonicalEvent.word(holder.kind()))
                .set(ROLE_ASSIGNMENT.HOLDER_ID, holder.id())
                .set(ROLE_ASSIGNMENT.ROLE, role.toString())
                .onConflictDoNothing());
    }

    @Override
    public boolean isHeldByAPerson(Role role) {
        return statements.query(RolesHeld.people(org, role)).isNotEmpty();
    }
}
