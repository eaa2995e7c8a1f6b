package dev.rampart.domain.session;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Wakeup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Ends the session that a browser is in, and with it every access token that was issued from it. Applications that want
 * to be told are told at once.
 */
public final class SignOut {

    private final UnitOfWork<? extends SessionStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;
    private final SessionLimits limits;
    private final Wakeup wakeup;

    public SignOut(
            UnitOfWork<? extends SessionStores> unitOfWork,
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

    /** The session that has ended, or nothing if there was none. */
    public Optional<EndedSession> signOut(OrgId org, Browser browser) {
        Instant now = clock.instant();
        AuditEventId event = AuditEventId.of(now, entropy);
        Optional<EndedSession> over = browser.session()
                .flatMap(token -> unitOfWork.<Optional<EndedSession>>call(org, stores -> {
                    Optional<EndedSession> ended = stores.sessions().end(Sha256.of(token), limits.idle(), now);
                    ended.ifPresent(
                            session -> stores.auditEvents().add(asEvent(event, session.session(), browser, now)));
                    return ended;
                }));
        over.ifPresent(_ -> wakeup.wake(EndedSession.CHORE));
        return over;
    }

    private static AuditEvent asEvent(AuditEventId id, Session session, Browser browser, Instant now) {
        Actor person = Actor.user(session.user().toString(), session.userName());
        return AuditEvent.of(id, AuditEvent.Type.SESSION_ENDED, person, now)
                .withTarget(Target.of(Target.Kind.SESSION, session.id().toString()))
                .withOrigin(browser.origin())
                .withSession(session.id().toString());
    }
}
