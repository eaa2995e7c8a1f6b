package dev.rampart.domain.session;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out who is signed in, in this browser. Costs one exchange, or none if it has no session cookie. */
public final class FindSession {

    private final UnitOfWork<? extends SessionStores> unitOfWork;
    private final InstantSource clock;
    private final SessionLimits limits;

    public FindSession(UnitOfWork<? extends SessionStores> unitOfWork, InstantSource clock, SessionLimits limits) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.limits = limits;
    }

    public Optional<Session> find(OrgId org, Browser browser) {
        return browser.session()
                .flatMap(token -> unitOfWork.<Optional<Session>>one(
                        org, stores -> stores.sessions().find(Sha256.of(token), limits.idle(), clock.instant())));
    }
}
