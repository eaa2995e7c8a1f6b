package dev.rampart.server.wiring;

import dagger.Module;
import dagger.Provides;
import dev.rampart.domain.Stores;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.RegisterClient;
import dev.rampart.domain.client.SigningSecrets;
import dev.rampart.domain.key.KeyMaker;
import dev.rampart.domain.key.MakeSigningKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.organization.CreateOrganization;
import dev.rampart.domain.outbound.Outbound;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.registration.AdministerInitialAccessTokens;
import dev.rampart.domain.registration.AdministerItself;
import dev.rampart.domain.registration.AdmitRegistration;
import dev.rampart.domain.registration.RegisterItself;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.user.RegisterUser;
import dev.rampart.oauth.registration.RegistrationService;
import dev.rampart.oauth.registration.SectorIdentifiers;
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

    @Provides
    static AdmitRegistration admitRegistration(
            UnitOfWork<Stores> work, InstantSource clock, Entropy entropy, Settings settings) {
        return new AdmitRegistration(work, clock, entropy, settings.register());
    }

    @Provides
    static RegisterItself registerItself(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new RegisterItself(work, clock, entropy);
    }

    @Provides
    static AdministerItself administerItself(
            UnitOfWork<Stores> work, ClientDirectory directory, InstantSource clock, Entropy entropy) {
        return new AdministerItself(work, directory, clock, entropy);
    }

    @Provides
    static AdministerInitialAccessTokens administerInitialAccessTokens(
            UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new AdministerInitialAccessTokens(work, clock, entropy);
    }

    @Provides
    static RegistrationService registrationService(
            AdmitRegistration admit,
            RegisterItself register,
            AdministerItself administer,
            SectorIdentifiers sectors,
            SigningSecrets signing) {
        return new RegistrationService(admit, register, administer, sectors, signing);
    }

    @Provides
    static SectorIdentifiers sectorIdentifiers(Outbound outbound) {
        return new SectorIdentifiers(outbound);
    }
}
