package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.Roles;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import org.jooq.impl.SQLDataType;

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
        return statements
                .query(select(APP_USER.USER_ID)
                        .from(ROLE_ASSIGNMENT)
                        .join(APP_USER)
                        .on(APP_USER.ORG_ID.eq(ROLE_ASSIGNMENT.ORG_ID))
                        .and(APP_USER.USER_ID.cast(SQLDataType.CLOB).eq(ROLE_ASSIGNMENT.HOLDER_ID))
                        .and(APP_USER.ENABLED.isTrue())
                        .where(ROLE_ASSIGNMENT.ORG_ID.eq(org.value()))
                        .and(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(RoleHolder.Kind.USER)))
                        .and(ROLE_ASSIGNMENT.ROLE.eq(role.toString()))
                        .limit(1))
                .isNotEmpty();
    }
}
