package dev.rampart.domain.setup;

import dev.rampart.domain.setup.SetupLinks.Standing;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.InstantSource;

/** Says whether a set-up link would still work. Costs one exchange, and uses nothing up. */
public final class ShowSetup {

    private final UnitOfWork<? extends SetupStores> unitOfWork;
    private final InstantSource clock;

    public ShowSetup(UnitOfWork<? extends SetupStores> unitOfWork, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public boolean isOpen(OrgId org, Secret link) {
        return unitOfWork.<Standing>one(org, stores -> stores.setupLinks().look(Sha256.of(link), clock.instant()))
                == Standing.OPEN;
    }
}
