package dev.rampart.server.wiring;

import dagger.Module;
import dagger.Provides;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.http.health.Readiness;
import dev.rampart.server.wiring.RampartComponent.Machine;
import java.time.InstantSource;

/** The parts of what is passed in. */
@Module
interface MachineModule {

    @Provides
    static InstantSource clock(Machine machine) {
        return machine.clock();
    }

    @Provides
    static Entropy entropy(Machine machine) {
        return machine.entropy();
    }

    @Provides
    static PasswordHasher hasher(Machine machine) {
        return machine.hasher();
    }

    @Provides
    static Readiness readiness(Machine machine) {
        return machine.readiness();
    }

    @Provides
    static SessionLimits sessionLimits(Settings settings) {
        return settings.sessions();
    }
}
