package dev.rampart.server.wiring;

import dagger.Module;
import dagger.Provides;
import dev.rampart.domain.Stores;
import dev.rampart.domain.client.RegisterClient;
import dev.rampart.domain.key.KeyMaker;
import dev.rampart.domain.key.MakeSigningKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.organization.CreateOrganization;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.user.RegisterUser;
import java.time.InstantSource;

/** Making organizations, people and applications. */
@Module
interface RegistrationModule {

    @Provides
    static MakeSigningKey makeSigningKey(KeyMaker maker, Vault vault) {
        return new MakeSigningKey(maker, vault);
    }

    @Provides
    static CreateOrganization createOrganization(
            UnitOfWork<Stores> work, Vault vault, MakeSigningKey makeKey, InstantSource clock, Entropy entropy) {
        return new CreateOrganization(work, vault, makeKey, clock, entropy);
    }

    @Provides
    static RegisterUser registerUser(
            UnitOfWork<Stores> work, PasswordHasher hasher, InstantSource clock, Entropy entropy) {
        return new RegisterUser(work, hasher, clock, entropy);
    }

    @Provides
    static RegisterClient registerClient(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new RegisterClient(work, clock, entropy);
    }
}
