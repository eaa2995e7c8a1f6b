package dev.rampart.server.wiring;

import dagger.Module;
import dagger.Provides;
import dev.rampart.domain.Stores;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.setup.CompleteSetup;
import dev.rampart.domain.setup.OpenSetup;
import dev.rampart.domain.setup.ShowSetup;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.InstantSource;

/** Making the first administrator by a link. */
@Module
interface SetupModule {

    @Provides
    static OpenSetup openSetup(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new OpenSetup(work, clock, entropy);
    }

    @Provides
    static ShowSetup showSetup(UnitOfWork<Stores> work, InstantSource clock) {
        return new ShowSetup(work, clock);
    }

    @Provides
    static CompleteSetup completeSetup(
            UnitOfWork<Stores> work, PasswordHasher hasher, InstantSource clock, Entropy entropy) {
        return new CompleteSetup(work, hasher, clock, entropy);
    }
}
