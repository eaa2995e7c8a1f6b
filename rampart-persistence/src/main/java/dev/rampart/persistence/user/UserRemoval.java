package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static dev.rampart.persistence.schema.Tables.USER_PASSWORD;
import static dev.rampart.persistence.schema.Tables.USER_TOKEN;
import static org.jooq.impl.DSL.deleteFrom;

import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.grant.GrantRemoval;
import dev.rampart.persistence.role.HolderRemoval;
import java.util.UUID;
import org.jooq.Table;
import org.jooq.TableField;

/** Takes a person out of every table that is about them, in the order in which the tables lean on each other. */
record UserRemoval(Statements statements, OrgId org, UserId id) {

    void remove() {
        new HolderRemoval(statements, org).remove(new RoleHolder(RoleHolder.Kind.USER, id.toString()));
        new GrantRemoval(statements, org).remove(USER_GRANT.USER_ID.eq(id.value()));
        from(SESSION, SESSION.ORG_ID, SESSION.USER_ID);
        from(USER_PASSWORD, USER_PASSWORD.ORG_ID, USER_PASSWORD.USER_ID);
        from(USER_TOKEN, USER_TOKEN.ORG_ID, USER_TOKEN.USER_ID);
        from(APP_USER, APP_USER.ORG_ID, APP_USER.USER_ID);
    }

    private void from(Table<?> table, TableField<?, UUID> tenant, TableField<?, UUID> user) {
        statements.later(deleteFrom(table).where(tenant.eq(org.value())).and(user.eq(id.value())));
    }
}
