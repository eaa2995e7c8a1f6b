package dev.rampart.persistence.session;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION_SETTINGS;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import dev.rampart.persistence.Later;
import dev.rampart.persistence.settings.Chosen;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What it means for a session to be alive, said once for every statement that asks. */
public final class LiveSession {

    private LiveSession() {}

    /**
     * Not ended, neither alone nor with all others, not expired, not left unused for too long: as the organization has
     * chosen today.
     *
     * @param idle unless it has chosen
     */
    public static Condition isAlive(Duration idle, Instant now) {
        Field<Integer> unused = Chosen.number(ORGANIZATION_SETTINGS.SESSION_IDLE, SESSION.ORG_ID, idle.toSeconds());
        Field<Integer> lasts = Chosen.number(ORGANIZATION_SETTINGS.SESSION_ABSOLUTE, SESSION.ORG_ID);
        return SESSION.ENDED_AT
                .isNull()
                .and(isOfThisEpoch())
                .and(SESSION.EXPIRES_AT.gt(now))
                .and(Later.than(SESSION.LAST_USED_AT, unused.cast(Double.class)).gt(now))
                .and(coalesce(Later.than(SESSION.AUTH_TIME, lasts.cast(Double.class)), SESSION.EXPIRES_AT)
                        .gt(now));
    }

    /** Begun since all sessions were ended at once. */
    static Condition isOfThisEpoch() {
        return SESSION.EPOCH.eq(field(
                select(ORGANIZATION.SESSION_EPOCH).from(ORGANIZATION).where(ORGANIZATION.ORG_ID.eq(SESSION.ORG_ID))));
    }

    /** Sessions with their person and organization, which must be enabled. */
    public static Table<? extends Record> withEverybodyEnabled() {
        return SESSION.join(APP_USER)
                .on(APP_USER.ORG_ID.eq(SESSION.ORG_ID))
                .and(APP_USER.USER_ID.eq(SESSION.USER_ID))
                .and(APP_USER.ENABLED.isTrue())
                .join(ORGANIZATION)
                .on(ORGANIZATION.ORG_ID.eq(SESSION.ORG_ID))
                .and(ORGANIZATION.ENABLED.isTrue());
    }
}
