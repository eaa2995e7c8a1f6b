package dev.rampart.server.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.rampart.domain.organization.OrganizationList;
import dev.rampart.domain.upkeep.CleanUp;
import dev.rampart.domain.upkeep.ExpiredRows;
import dev.rampart.domain.user.EraseDeletedUsers;
import dev.rampart.domain.work.Chore;
import dev.rampart.domain.work.Leases;
import dev.rampart.domain.work.Wakeup;
import dev.rampart.persistence.upkeep.PostgresExpiredRows;
import dev.rampart.persistence.work.PostgresLeases;
import dev.rampart.server.work.Bell;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** What one node does for all, by the clock: one line per chore. */
@Module
interface WorkModule {

    @Provides
    @Singleton
    static Bell bell() {
        return new Bell();
    }

    @Binds
    Wakeup wakeup(Bell bell);

    @Provides
    static Leases leases(DataSource database) {
        return new PostgresLeases(database);
    }

    @Provides
    static ExpiredRows expiredRows(DataSource database) {
        return new PostgresExpiredRows(database);
    }

    @Provides
    @IntoSet
    static Chore cleanUp(OrganizationList organizations, ExpiredRows expired, InstantSource clock) {
        return new CleanUp(organizations, expired, clock);
    }

    @Provides
    @IntoSet
    static Chore erasure(EraseDeletedUsers erase) {
        return erase;
    }
}
