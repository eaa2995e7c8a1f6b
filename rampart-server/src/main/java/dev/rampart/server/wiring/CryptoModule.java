package dev.rampart.server.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.rampart.crypto.CryptoProvider;
import dev.rampart.crypto.key.JcaKeyMaker;
import dev.rampart.crypto.key.JcaTokenSigner;
import dev.rampart.crypto.vault.EnvelopeVault;
import dev.rampart.crypto.vault.SectorPseudonyms;
import dev.rampart.domain.key.KeyMaker;
import dev.rampart.domain.key.Pseudonyms;
import dev.rampart.domain.key.TokenSigner;
import dev.rampart.domain.key.Vault;
import dev.rampart.persistence.key.StoredDataKeys;
import dev.rampart.server.wiring.RampartComponent.Machine;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** What seals and signs. */
@Module
interface CryptoModule {

    @Provides
    @Singleton
    static CryptoProvider provider() {
        return CryptoProvider.fastest();
    }

    @Provides
    @Singleton
    static EnvelopeVault envelopeVault(Machine machine, DataSource database) {
        return new EnvelopeVault(machine.keys(), machine.entropy(), new StoredDataKeys(database));
    }

    @Binds
    Vault vault(EnvelopeVault vault);

    @Provides
    static Pseudonyms pseudonyms(EnvelopeVault vault) {
        return new SectorPseudonyms(vault);
    }

    @Provides
    @Singleton
    static TokenSigner tokenSigner(CryptoProvider provider, Vault vault) {
        return new JcaTokenSigner(provider, vault);
    }

    @Provides
    static KeyMaker keyMaker(CryptoProvider provider) {
        return new JcaKeyMaker(provider);
    }
}
