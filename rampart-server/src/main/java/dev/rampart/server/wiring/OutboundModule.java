package dev.rampart.server.wiring;

import dagger.Module;
import dagger.Provides;
import dev.rampart.domain.Stores;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.SigningSecrets;
import dev.rampart.domain.client.UseAssertion;
import dev.rampart.domain.grant.RefuseAuthorization;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.outbound.Outbound;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.oauth.authorize.RequestObjects;
import dev.rampart.oauth.client.ClientAssertion;
import dev.rampart.oauth.client.ClientKeyRing;
import dev.rampart.oauth.client.FetchedJwks;
import dev.rampart.outbound.http.HttpOutbound;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one client for addresses that others wrote down, and what clients sign with keys that lie there. */
@Module
interface OutboundModule {

    @Provides
    @Singleton
    static Outbound outbound(Settings settings) {
        return new HttpOutbound(settings.outbound());
    }

    @Provides
    @Singleton
    static FetchedJwks fetchedJwks(Outbound outbound, InstantSource clock) {
        return new FetchedJwks(outbound, clock);
    }

    @Provides
    static SigningSecrets signingSecrets(UnitOfWork<Stores> work, Vault vault) {
        return new SigningSecrets(work, vault);
    }

    @Provides
    static ClientKeyRing clientKeyRing(FetchedJwks fetched, SigningSecrets secrets) {
        return new ClientKeyRing(fetched, secrets);
    }

    @Provides
    static ClientAssertion clientAssertion(
            ClientDirectory clients,
            ClientKeyRing keys,
            UnitOfWork<Stores> work,
            RefuseAuthorization refusals,
            InstantSource clock) {
        return new ClientAssertion(clients, keys, new UseAssertion(work), refusals, clock);
    }

    @Provides
    static RequestObjects requestObjects(ClientKeyRing keys, Outbound outbound, InstantSource clock) {
        return new RequestObjects(keys, outbound, clock);
    }
}
