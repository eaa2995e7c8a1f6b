package dev.rampart.persistence.session;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.LOGOUT_NOTICE;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.shared.OrgId;
import java.time.Instant;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record2;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.Table;

/**
 * Ends sessions, and writes down which applications are to be told: every statement that ends one does it by these, so
 * that none can forget the other half.
 */
public record EndedSessions(Field<UUID> org, Field<Instant> now) {

    public static final String ENDED = "ended";

    private static final Field<UUID> ID = field(name(ENDED, "session_id"), UUID.class);
    private static final Field<UUID> USER = field(name(ENDED, "user_id"), UUID.class);

    public static EndedSessions of(OrgId org, Instant now) {
        return new EndedSessions(val(org.value()), val(now, SESSION.ENDED_AT));
    }

    /** The whole statement, for whoever wants to hear nothing of it. */
    public Query ending(Condition which) {
        return with(ended(which))
                .insertInto(
                        LOGOUT_NOTICE,
                        LOGOUT_NOTICE.ORG_ID,
                        LOGOUT_NOTICE.SESSION_ID,
                        LOGOUT_NOTICE.CLIENT_ID,
                        LOGOUT_NOTICE.USER_ID,
                        LOGOUT_NOTICE.CREATED_AT,
                        LOGOUT_NOTICE.DUE_AT,
                        LOGOUT_NOTICE.ATTEMPTS)
                .select(notices(table(name(ENDED))));
    }

    /** Ends those that have not ended yet: named {@link #ENDED}, with their ids and whose they were. */
    public CommonTableExpression<?> ended(Condition which) {
        return ended(ENDED, which);
    }

    CommonTableExpression<?> ended(String as, Condition which) {
        return name(as).as(update(SESSION)
                .set(SESSION.ENDED_AT, now)
                .where(SESSION.ORG_ID.eq(org))
                .and(which)
                .and(SESSION.ENDED_AT.isNull())
                .returningResult(SESSION.SESSION_ID, SESSION.USER_ID));
    }

    /** Goes with {@link #ended(Condition)}. */
    public CommonTableExpression<?> told() {
        return told(table(name(ENDED)));
    }

    /** Goes with two that have other names. */
    CommonTableExpression<?> told(String one, String another) {
        return told(all(one).unionAll(all(another)).asTable(ENDED));
    }

    private CommonTableExpression<?> told(Table<?> ended) {
        return name("told")
                .fields("told_client")
                .as(insertInto(
                                LOGOUT_NOTICE,
                                LOGOUT_NOTICE.ORG_ID,
                                LOGOUT_NOTICE.SESSION_ID,
                                LOGOUT_NOTICE.CLIENT_ID,
                                LOGOUT_NOTICE.USER_ID,
                                LOGOUT_NOTICE.CREATED_AT,
                                LOGOUT_NOTICE.DUE_AT,
                                LOGOUT_NOTICE.ATTEMPTS)
                        .select(notices(ended))
                        .returningResult(LOGOUT_NOTICE.CLIENT_ID));
    }

    private static Select<Record2<UUID, UUID>> all(String ended) {
        return select(field(name(ended, "session_id"), UUID.class), field(name(ended, "user_id"), UUID.class))
                .from(table(name(ended)));
    }

    /**
     * One for each application that wants to be told and that these sessions were used for.
     *
     * <p>Applications are locked, so that one that is being removed is waited for, and then passed over.
     */
    private Select<Record7<UUID, UUID, String, UUID, Instant, Instant, Integer>> notices(Table<?> ended) {
        return select(org, ID, CLIENT.CLIENT_ID, USER, now, now, inline(0))
                .from(ended)
                .join(CLIENT)
                .on(CLIENT.ORG_ID.eq(org))
                .and(CLIENT.BACKCHANNEL_LOGOUT_URI.isNotNull())
                .where(exists(selectOne()
                        .from(USER_GRANT)
                        .where(isSignIn(ID))
                        .and(USER_GRANT.CLIENT_ID.eq(CLIENT.CLIENT_ID))))
                .forKeyShare()
                .of(CLIENT);
    }

    /** The applications that a session was used for, and that know who the person is. */
    Field<String[]> clients(Field<UUID> session) {
        return array(selectDistinct(USER_GRANT.CLIENT_ID).from(USER_GRANT).where(isSignIn(session)));
    }

    private Condition isSignIn(Field<UUID> session) {
        return USER_GRANT
                .ORG_ID
                .eq(org)
                .and(USER_GRANT.SESSION_ID.eq(session))
                .and(condition(
                        "{0} = ANY (string_to_array({1}, ' '))", inline(Scope.OPENID.value()), USER_GRANT.SCOPE));
    }
}
