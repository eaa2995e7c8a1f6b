package dev.rampart.domain.session;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Ends the session that a browser is in, and with it every access token that was issued from it. */
public final class SignOut {

    private final UnitOfWork<? extends SessionStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;
    private final SessionLimits limits;

    public SignOut(
            UnitOfWork<? extends SessionStores> unitOfWork,
            InstantSource clock,
            Entropy entropy,
            SessionLimits limits) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
        this.limits = limits;
    }

    /** The session that has ended, or nothing if there was none. */
    public Optional<Session> signOut(OrgId org, Browser browser) {
        Instant now = clock.instant();
        AuditEventId event = AuditEventId.of(now, entropy);
        return browser.session()
                .flatMap(token -> unitOfWork.<Optional<Session>>call(org, stores -> {
                    Optional<Session> ended = stores.sessions().end(Sha256.of(token), limits.idle(), now);
                    ended.ifPresent(session -> stores.auditEvents().add(asEvent(event, session, browser, now)));
                    return ended;
                }));
    }

    private static AuditEvent asEvent(AuditEventId id, Session session, Browser browser, Instant now) {
        Actor person = Actor.user(session.user().toString(), session.userName());
        return AuditEvent.of(id, AuditEvent.Type.SESSION_ENDED, person, now)
                .withTarget(Target.of(Target.Kind.SESSION, session.id().toString()))
                .withOrigin(browser.origin())
                .withSession(session.id().toString());
    }
}
