package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.AUTHORIZATION_CODE;
import static dev.rampart.persistence.schema.Tables.REFRESH_TOKEN;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import org.jooq.Condition;

/** Takes grants out of their tables, for whoever removes a person or a client for good. */
public record GrantRemoval(Statements statements, OrgId org) {

    /** Those of which {@code which} holds, behind their codes and refresh tokens, which lean on them. */
    public void remove(Condition which) {
        Condition removed = USER_GRANT.ORG_ID.eq(org.value()).and(which);
        statements.later(deleteFrom(AUTHORIZATION_CODE)
                .where(AUTHORIZATION_CODE.ORG_ID.eq(org.value()))
                .and(AUTHORIZATION_CODE.GRANT_ID.in(
                        select(USER_GRANT.GRANT_ID).from(USER_GRANT).where(removed))));
        statements.later(deleteFrom(REFRESH_TOKEN)
                .where(REFRESH_TOKEN.ORG_ID.eq(org.value()))
                .and(REFRESH_TOKEN.GRANT_ID.in(
                        select(USER_GRANT.GRANT_ID).from(USER_GRANT).where(removed))));
        statements.later(deleteFrom(USER_GRANT).where(removed));
    }
}
