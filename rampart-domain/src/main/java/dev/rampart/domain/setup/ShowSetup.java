package dev.rampart.domain.setup;

import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.setup.SetupLinks.Standing;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

/** Says whether a set-up link would still work, and what a password must be like. Uses nothing up. */
public final class ShowSetup {

    private final UnitOfWork<? extends SetupStores> unitOfWork;
    private final InstantSource clock;

    public ShowSetup(UnitOfWork<? extends SetupStores> unitOfWork, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** Nothing if the link does not work. */
    public Optional<PasswordPolicy> show(OrgId org, Secret link) {
        return unitOfWork.<Optional<PasswordPolicy>>call(
                org,
                stores -> stores.setupLinks().look(Sha256.of(link), clock.instant()) == Standing.OPEN
                        ? Optional.of(stores.settings().find().password())
                        : Optional.empty());
    }
}
