package dev.rampart.persistence.session;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION_SETTINGS;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.session.SignInFlows.Completing;
import dev.rampart.domain.session.SignInFlows.NewSession;
import dev.rampart.domain.settings.SessionPolicy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Later;
import dev.rampart.persistence.settings.Chosen;
import java.time.Instant;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** How many sessions a person may have and how long they last, as their organization has chosen. */
final class RoomForSessions {

    static final String CROWDED = "crowded";

    private RoomForSessions() {}

    /** Ends those that were used least lately, so that there is room for one more, unless an old one was renewed. */
    static CommonTableExpression<?> made(OrgId org, Completing completing, Instant now) {
        Field<Integer> most =
                Chosen.number(ORGANIZATION_SETTINGS.SESSIONS_PER_USER, val(org.value()), SessionPolicy.MAX_PER_USER);
        Select<Record1<UUID>> tooMany = select(SESSION.SESSION_ID)
                .from(SESSION)
                .where(SESSION.ORG_ID.eq(org.value()))
                .and(SESSION.USER_ID.eq(completing.user().value()))
                .and(SESSION.ENDED_AT.isNull())
                .and(SESSION.EXPIRES_AT.gt(now))
                .orderBy(SESSION.LAST_USED_AT.desc(), SESSION.SESSION_ID.desc())
                .offset(most.minus(1));
        return EndedSessions.of(org, now)
                .ended(
                        CROWDED,
                        SESSION.SESSION_ID
                                .in(tooMany)
                                .and(exists(selectOne().from(table(name("won")))))
                                .and(notExists(selectOne().from(table(name("renewed"))))));
    }

    static Field<Instant> expiresAt(OrgId org, NewSession session, Instant now) {
        Field<Integer> lasts = Chosen.number(ORGANIZATION_SETTINGS.SESSION_ABSOLUTE, val(org.value()));
        return coalesce(
                Later.than(val(now, SESSION.EXPIRES_AT), lasts.cast(Double.class)),
                val(session.expiresAt(), SESSION.EXPIRES_AT));
    }
}
