package dev.rampart.domain.session;

import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Begins a sign-in that no application has asked for: somebody opened the page by themselves. */
public final class BeginSignIn {

    private final UnitOfWork<? extends SessionStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;
    private final SessionLimits limits;

    public BeginSignIn(
            UnitOfWork<? extends SessionStores> unitOfWork,
            InstantSource clock,
            Entropy entropy,
            SessionLimits limits) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
        this.limits = limits;
    }

    /** Says who is signed in already, or begins a flow. */
    public Outcome begin(OrgId org, Browser browser) {
        Instant now = clock.instant();
        StartedFlow started = StartedFlow.in(browser, entropy);
        return unitOfWork.call(org, stores -> {
            Optional<Session> session =
                    browser.session().flatMap(token -> stores.sessions().find(Sha256.of(token), limits.idle(), now));
            if (session.isPresent()) {
                return new AlreadySignedIn(session.get());
            }
            stores.signInFlows().add(started.about(NewFlow.Subject.NONE, now, limits));
            return new Begun(started);
        });
    }

    public sealed interface Outcome {}

    public record AlreadySignedIn(Session session) implements Outcome {}

    public record Begun(StartedFlow flow) implements Outcome {}
}
