package dev.rampart.domain.session;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

/** Finds what the sign-in page has to show. Costs one exchange. */
public final class ShowSignIn {

    private final UnitOfWork<? extends SessionStores> unitOfWork;
    private final InstantSource clock;

    public ShowSignIn(UnitOfWork<? extends SessionStores> unitOfWork, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** Nothing if this browser has no flow of that name, or it has expired. */
    public Optional<SignInFlows.Shown> show(OrgId org, Secret flow, Browser browser) {
        return browser.id()
                .flatMap(id -> unitOfWork.<Optional<SignInFlows.Shown>>one(
                        org, stores -> stores.signInFlows().show(Sha256.of(flow), Sha256.of(id), clock.instant())));
    }
}
