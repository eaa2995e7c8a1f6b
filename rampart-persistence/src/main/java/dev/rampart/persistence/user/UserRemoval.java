package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.CONSENT;
import static dev.rampart.persistence.schema.Tables.IDEMPOTENCY_KEY;
import static dev.rampart.persistence.schema.Tables.INVITATION;
import static dev.rampart.persistence.schema.Tables.LOGOUT_NOTICE;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_FLOW;
import static dev.rampart.persistence.schema.Tables.SIGN_IN_THROTTLE;
import static dev.rampart.persistence.schema.Tables.USER_ERASURE;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static dev.rampart.persistence.schema.Tables.USER_PASSWORD;
import static dev.rampart.persistence.schema.Tables.USER_TOKEN;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.grant.GrantRemoval;
import dev.rampart.persistence.role.HolderRemoval;
import dev.rampart.persistence.schema.tables.AppUser;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;

/** Takes a person out of every table that is about them, in the order in which the tables lean on each other. */
record UserRemoval(Statements statements, OrgId org, UserId id) {

    /** Guesses are counted by the digest of an id, or of what was typed where nobody had that name yet. */
    private static final String TRIED_AT_THEM = """
            {0} IN (SELECT sha256(convert_to(word, 'UTF8'))
                FROM app_user, unnest(ARRAY[user_id::text, email_canonical, username_canonical]) AS word
                WHERE org_id = {1} AND user_id = {2} AND word IS NOT NULL)""";

    void remove() {
        new HolderRemoval(statements, org).remove(new RoleHolder(RoleHolder.Kind.USER, id.toString()));
        forgetNames();
        new GrantRemoval(statements, org).remove(USER_GRANT.USER_ID.eq(id.value()));
        from(CONSENT, CONSENT.ORG_ID, CONSENT.USER_ID);
        from(LOGOUT_NOTICE, LOGOUT_NOTICE.ORG_ID, LOGOUT_NOTICE.USER_ID);
        from(SESSION, SESSION.ORG_ID, SESSION.USER_ID);
        from(USER_PASSWORD, USER_PASSWORD.ORG_ID, USER_PASSWORD.USER_ID);
        from(USER_TOKEN, USER_TOKEN.ORG_ID, USER_TOKEN.USER_ID);
        from(USER_ERASURE, USER_ERASURE.ORG_ID, USER_ERASURE.USER_ID);
        from(APP_USER, APP_USER.ORG_ID, APP_USER.USER_ID);
    }

    /** Where nothing points to the row, but somebody's name stands: as it was typed, hinted at, or answered. */
    private void forgetNames() {
        statements.later(deleteFrom(SIGN_IN_THROTTLE)
                .where(SIGN_IN_THROTTLE.ORG_ID.eq(org.value()))
                .and(condition(TRIED_AT_THEM, SIGN_IN_THROTTLE.ACCOUNT, val(org.value()), val(id.value()))));
        statements.later(deleteFrom(INVITATION)
                .where(INVITATION.ORG_ID.eq(org.value()))
                .and(INVITATION.EMAIL_CANONICAL.eq(select(APP_USER.EMAIL_CANONICAL)
                        .from(APP_USER)
                        .where(APP_USER.ORG_ID.eq(org.value()))
                        .and(APP_USER.USER_ID.eq(id.value())))));
        from(SIGN_IN_FLOW, SIGN_IN_FLOW.ORG_ID, SIGN_IN_FLOW.USER_ID);
        from(SIGN_IN_FLOW, SIGN_IN_FLOW.ORG_ID, SIGN_IN_FLOW.DEMANDED_OF);
        forgetHints();
        statements.later(deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.ORG_ID.eq(org.value()))
                .and(condition("{0} = ANY({1})", val(id.value()), IDEMPOTENCY_KEY.MENTIONS)));
    }

    /**
     * Sign-ins that were begun for somebody who is not there any more. They may have had other names before, so all go
     * that hint at nobody else: in the worst case somebody begins a sign-in once more.
     */
    private void forgetHints() {
        AppUser other = APP_USER.as("other");
        Field<String> hinted = lower(trim(SIGN_IN_FLOW.LOGIN_HINT));
        statements.later(deleteFrom(SIGN_IN_FLOW)
                .where(SIGN_IN_FLOW.ORG_ID.eq(org.value()))
                .and(SIGN_IN_FLOW.LOGIN_HINT.isNotNull())
                .and(notExists(selectOne()
                        .from(other)
                        .where(other.ORG_ID.eq(org.value()))
                        .and(other.USER_ID.ne(id.value()))
                        .and(other.EMAIL_CANONICAL.eq(hinted).or(other.USERNAME_CANONICAL.eq(hinted))))));
    }

    private void from(Table<?> table, TableField<?, UUID> tenant, TableField<?, UUID> user) {
        statements.later(deleteFrom(table).where(tenant.eq(org.value())).and(user.eq(id.value())));
    }
}
