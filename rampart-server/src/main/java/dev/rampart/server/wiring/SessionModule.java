package dev.rampart.server.wiring;

import dagger.Module;
import dagger.Provides;
import dev.rampart.domain.Stores;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.session.BeginSignIn;
import dev.rampart.domain.session.FindSession;
import dev.rampart.domain.session.ReplacePassword;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.session.ShowSignIn;
import dev.rampart.domain.session.SignIn;
import dev.rampart.domain.session.SignOut;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Wakeup;
import java.time.InstantSource;

/** Signing in and out. */
@Module
interface SessionModule {

    @Provides
    static BeginSignIn beginSignIn(
            UnitOfWork<Stores> work, InstantSource clock, Entropy entropy, SessionLimits limits) {
        return new BeginSignIn(work, clock, entropy, limits);
    }

    @Provides
    static ShowSignIn showSignIn(UnitOfWork<Stores> work, InstantSource clock) {
        return new ShowSignIn(work, clock);
    }

    @Provides
    static SignIn signIn(
            UnitOfWork<Stores> work, PasswordHasher hasher, InstantSource clock, Entropy entropy, Settings settings) {
        return new SignIn(work, hasher, clock, entropy, new SignIn.Settings(settings.sessions(), settings.login()));
    }

    @Provides
    static ReplacePassword replacePassword(
            UnitOfWork<Stores> work,
            PasswordHasher hasher,
            InstantSource clock,
            Entropy entropy,
            SessionLimits limits) {
        return new ReplacePassword(work, hasher, clock, entropy, limits);
    }

    @Provides
    static FindSession findSession(UnitOfWork<Stores> work, InstantSource clock, SessionLimits limits) {
        return new FindSession(work, clock, limits);
    }

    @Provides
    static SignOut signOut(
            UnitOfWork<Stores> work, InstantSource clock, Entropy entropy, SessionLimits limits, Wakeup wakeup) {
        return new SignOut(work, clock, entropy, limits, wakeup);
    }
}
