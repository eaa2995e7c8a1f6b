package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.role.Roles;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Who holds which role, in the table {@code role_assignment}. */
public record PostgresRoles(Statements statements, OrgId org) implements Roles {

    @Override
    public void assign(RoleHolder holder, RoleKey role) {
        @Nullable UUID own = role instanceof OwnRoleId(UUID id) ? id : null;
        statements.later(insertInto(ROLE_ASSIGNMENT)
                .set(ROLE_ASSIGNMENT.ORG_ID, org.value())
                .set(ROLE_ASSIGNMENT.HOLDER_KIND, CanonicalEvent.word(holder.kind()))
                .set(ROLE_ASSIGNMENT.HOLDER_ID, holder.id())
                .set(ROLE_ASSIGNMENT.ROLE, role.toString())
                .set(ROLE_ASSIGNMENT.ROLE_ID, val(own, ROLE_ASSIGNMENT.ROLE_ID))
                .onConflictDoNothing());
    }

    @Override
    public void withdraw(RoleHolder holder, RoleKey role) {
        statements.later(deleteFrom(ROLE_ASSIGNMENT)
                .where(ROLE_ASSIGNMENT.ORG_ID.eq(org.value()))
                .and(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(holder.kind())))
                .and(ROLE_ASSIGNMENT.HOLDER_ID.eq(holder.id()))
                .and(ROLE_ASSIGNMENT.ROLE.eq(role.toString())));
    }

    @Override
    public Rights of(RoleHolder holder) {
        Field<String[]> rights = RolesHeld.by(holder.kind(), val(holder.id())).as("rights");
        return RolesHeld.toDomain(statements.query(select(rights)).getFirst().get(rights));
    }

    @Override
    public boolean isHeldByAPerson(Role role) {
        return statements.query(RolesHeld.people(org, role).limit(1)).isNotEmpty();
    }
}
