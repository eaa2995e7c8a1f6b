package dev.rampart.server.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.rampart.domain.Stores;
import dev.rampart.domain.settings.Brandings;
import dev.rampart.domain.settings.ChangeSettings;
import dev.rampart.domain.settings.ReadSettings;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.http.Routes;
import dev.rampart.http.admin.SettingsResource;
import dev.rampart.http.admin.ShownSettings;
import dev.rampart.persistence.settings.CachedBrandings;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What organizations choose for themselves. */
@Module
interface SettingsModule {

    @Provides
    static ReadSettings readSettings(UnitOfWork<Stores> work) {
        return new ReadSettings(work);
    }

    @Provides
    static ChangeSettings changeSettings(
            UnitOfWork<Stores> work, Brandings brandings, InstantSource clock, Entropy entropy) {
        return new ChangeSettings(work, brandings, clock, entropy);
    }

    @Provides
    @Singleton
    static Brandings brandings(UnitOfWork<Stores> work) {
        return new CachedBrandings(work);
    }

    @Provides
    static ShownSettings shownSettings(Settings settings) {
        return new ShownSettings(settings.accessToken(), settings.code(), settings.refreshToken(), settings.sessions());
    }

    @Binds
    @IntoSet
    Routes settings(SettingsResource routes);
}
