package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.CONSENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;

import dev.rampart.persistence.session.LiveSession;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;

/** What it means for a grant to stand, said once for every statement that asks. */
public final class Standing {

    private Standing() {}

    /** Grants with all that stands behind them. */
    public static Table<? extends Record> grants() {
        return USER_GRANT
                .join(CLIENT)
                .on(CLIENT.ORG_ID.eq(USER_GRANT.ORG_ID))
                .and(CLIENT.CLIENT_ID.eq(USER_GRANT.CLIENT_ID))
                .join(APP_USER)
                .on(APP_USER.ORG_ID.eq(USER_GRANT.ORG_ID))
                .and(APP_USER.USER_ID.eq(USER_GRANT.USER_ID))
                .join(SESSION)
                .on(SESSION.ORG_ID.eq(USER_GRANT.ORG_ID))
                .and(SESSION.SESSION_ID.eq(USER_GRANT.SESSION_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ORG_ID.eq(USER_GRANT.ORG_ID));
    }

    /**
     * Neither ended, nor what it lives with: its session, or if it goes on without, its own time; allowed as far as
     * that is needed; person and organization enabled. Whether the client is enabled is asked about apart.
     */
    public static Condition isStanding(Duration idle, Instant now) {
        Condition isOfThisEpoch = USER_GRANT.EPOCH.eq(ORGANIZATION.SESSION_EPOCH);
        Condition isInTime = USER_GRANT.EXPIRES_AT.isNull().or(USER_GRANT.EXPIRES_AT.gt(now));
        return USER_GRANT
                .REVOKED_AT
                .isNull()
                .and(APP_USER.ENABLED.isTrue())
                .and(ORGANIZATION.ENABLED.isTrue())
                .and(or(
                        USER_GRANT.OFFLINE.isTrue().and(isOfThisEpoch).and(isInTime),
                        USER_GRANT.OFFLINE.isFalse().and(LiveSession.isAlive(idle, now))))
                .and(or(CLIENT.FIRST_PARTY.isTrue(), isAllowed()));
    }

    /** All of it, by the person's consent. */
    private static Condition isAllowed() {
        return exists(selectOne()
                .from(CONSENT)
                .where(CONSENT.ORG_ID.eq(USER_GRANT.ORG_ID))
                .and(CONSENT.USER_ID.eq(USER_GRANT.USER_ID))
                .and(CONSENT.CLIENT_ID.eq(USER_GRANT.CLIENT_ID))
                .and(CONSENT.SCOPES.contains(Words.of(USER_GRANT.SCOPE)))
                .and(CONSENT.RESOURCES.contains(USER_GRANT.RESOURCES)));
    }
}
