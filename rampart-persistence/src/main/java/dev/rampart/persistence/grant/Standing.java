package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;

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

    /** Neither ended, nor its session; person and organization enabled. The client is asked about apart. */
    public static Condition isStanding(Duration idle, Instant now) {
        return USER_GRANT
                .REVOKED_AT
                .isNull()
                .and(APP_USER.ENABLED.isTrue())
                .and(ORGANIZATION.ENABLED.isTrue())
                .and(LiveSession.isAlive(idle, now));
    }
}
