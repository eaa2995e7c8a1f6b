package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.REVOKED_TOKEN;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.rampart.domain.shared.OrgId;
import org.jooq.Condition;

/** Access tokens that were taken back one by one, for every statement that takes one. */
public final class RevokedTokens {

    private RevokedTokens() {}

    /** Whether this one was not. */
    public static Condition isNone(OrgId org, String id) {
        return notExists(selectOne()
                .from(REVOKED_TOKEN)
                .where(REVOKED_TOKEN.ORG_ID.eq(org.value()))
                .and(REVOKED_TOKEN.JTI.eq(id)));
    }
}
