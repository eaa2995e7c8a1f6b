package dev.rampart.domain.session;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.user.UserId;
import dev.rampart.domain.work.Wakeup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Looks at other people's sessions, and ends them: with the next statement, on every node. */
public final class AdministerSessions {

    private final UnitOfWork<? extends SessionAdminStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;
    private final SessionLimits limits;
    private final Wakeup wakeup;

    public AdministerSessions(
            UnitOfWork<? extends SessionAdminStores> unitOfWork,
            InstantSource clock,
            Entropy entropy,
            SessionLimits limits,
            Wakeup wakeup) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
        this.limits = limits;
        this.wakeup = wakeup;
    }

    public Page<StartedSession> page(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.sessionList().page(request, limits.idle(), clock.instant()));
    }

    public Page<StartedSession> page(OrgId org, UserId user, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.sessionList().page(user, request, limits.idle(), clock.instant()));
    }

    /** Whether it was alive. */
    public boolean end(OrgId org, SessionId id, Cause by) {
        Instant now = clock.instant();
        AuditEvent event = event(by, now).withTarget(Target.of(Target.Kind.SESSION, id.toString()));
        boolean ended = unitOfWork.<Boolean>call(
                org,
                stores -> stores.sessionList()
                        .end(id, limits.idle(), now)
                        .map(user -> {
                            stores.auditEvents().add(event.withChanges(Map.of("user", Change.to(user.toString()))));
                            return true;
                        })
                        .orElse(false));
        wakeup.wake(EndedSession.CHORE);
        return ended;
    }

    /** How many there were. */
    public int endAll(OrgId org, UserId user, Cause by) {
        Instant now = clock.instant();
        AuditEvent event = event(by, now).withTarget(Target.of(Target.Kind.USER, user.toString()));
        int over = unitOfWork.<Integer>call(org, stores -> {
            int ended = stores.sessionList().endAll(user, now);
            stores.auditEvents().add(event.withChanges(Map.of("sessions", Change.to(Integer.toString(ended)))));
            return ended;
        });
        wakeup.wake(EndedSession.CHORE);
        return over;
    }

    /** Everybody signs in anew, whoever asks for it included. Applications are not told: there may be millions. */
    public void endEverybodys(OrgId org, Cause by) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.SESSIONS_ENDED, by, now)
                .withTarget(Target.of(Target.Kind.ORGANIZATION, org.toString()));
        unitOfWork.run(org, stores -> {
            stores.sessionList().endEverybodys();
            stores.auditEvents().add(event);
        });
    }

    private AuditEvent event(Cause by, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.SESSION_ENDED, by, now);
    }
}
