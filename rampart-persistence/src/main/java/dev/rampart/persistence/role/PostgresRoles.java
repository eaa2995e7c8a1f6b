package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.Roles;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.util.Set;
import org.jooq.Field;

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
    public void withdraw(RoleHolder holder, Role role) {
        statements.later(deleteFrom(ROLE_ASSIGNMENT)
                .where(ROLE_ASSIGNMENT.ORG_ID.eq(org.value()))
                .and(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(holder.kind())))
                .and(ROLE_ASSIGNMENT.HOLDER_ID.eq(holder.id()))
                .and(ROLE_ASSIGNMENT.ROLE.eq(role.toString())));
    }

    @Override
    public Set<Role> of(RoleHolder holder) {
        Field<String[]> roles = RolesHeld.by(holder.kind(), val(holder.id())).as("roles");
        return RolesHeld.toDomain(statements.query(select(roles)).getFirst().get(roles));
    }

    /** The organization's row is held until the end: whoever counts next waits, and sees what became of it. */
    @Override
    public int countPeople(Role role) {
        statements.query(select(ORGANIZATION.ORG_ID)
                .from(ORGANIZATION)
                .where(ORGANIZATION.ORG_ID.eq(org.value()))
                .forUpdate());
        return statements.query(RolesHeld.people(org, role)).size();
    }

    @Override
    public boolean isHeldByAPerson(Role role) {
        return statements.query(RolesHeld.people(org, role).limit(1)).isNotEmpty();
    }
}
