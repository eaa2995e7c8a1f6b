package dev.rampart.server.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.rampart.domain.Stores;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.logout.CallClient;
import dev.rampart.domain.logout.DeliverLogouts;
import dev.rampart.domain.logout.DueLogouts;
import dev.rampart.domain.logout.LogoutTokens;
import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.OrganizationsById;
import dev.rampart.domain.outbound.Outbound;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Chore;
import dev.rampart.oauth.SubjectIdentifiers;
import dev.rampart.oauth.jose.JsonWebTokens;
import dev.rampart.oauth.logout.FrontChannel;
import dev.rampart.oauth.logout.SignedLogoutTokens;
import dev.rampart.persistence.logout.PostgresDueLogouts;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** How applications learn that somebody is signed out. */
@Module
interface LogoutModule {

    @Provides
    static FrontChannel frontChannel(ClientDirectory clients) {
        return new FrontChannel(clients);
    }

    @Provides
    static LogoutTokens logoutTokens(
            JsonWebTokens tokens,
            SubjectIdentifiers subjects,
            OrganizationsById organizations,
            Issuer issuer,
            InstantSource clock) {
        return new SignedLogoutTokens(tokens, subjects, organizations, issuer, clock);
    }

    @Provides
    static CallClient callClient(ClientDirectory clients, LogoutTokens tokens, Outbound outbound) {
        return new CallClient(clients, tokens, outbound);
    }

    @Provides
    static DueLogouts dueLogouts(DataSource database) {
        return new PostgresDueLogouts(database);
    }

    /** One for the whole node, for it knows which calls are under way. */
    @Provides
    @Singleton
    static DeliverLogouts deliverLogouts(
            DueLogouts due, UnitOfWork<Stores> work, CallClient client, InstantSource clock, Entropy entropy) {
        return new DeliverLogouts(due, work, client, clock, entropy);
    }

    @Binds
    @IntoSet
    Chore chore(DeliverLogouts deliver);
}
