package dev.rampart.server.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.rampart.domain.Stores;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.organization.DueOrganizations;
import dev.rampart.domain.organization.EndOrganization;
import dev.rampart.domain.organization.EraseOrganizations;
import dev.rampart.domain.organization.OrganizationDirectory;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Chore;
import dev.rampart.http.Routes;
import dev.rampart.http.admin.OrganizationEndResource;
import dev.rampart.persistence.organization.PostgresDueOrganizations;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The end of organizations. */
@Module
interface EndModule {

    @Provides
    static DueOrganizations dueOrganizations(DataSource database) {
        return new PostgresDueOrganizations(database);
    }

    @Provides
    static EndOrganization endOrganization(
            UnitOfWork<Stores> work,
            OrganizationDirectory directory,
            Vault vault,
            InstantSource clock,
            Entropy entropy) {
        return new EndOrganization(work, directory, vault, clock, entropy);
    }

    @Provides
    static EraseOrganizations eraseOrganizations(
            UnitOfWork<Stores> work,
            DueOrganizations due,
            OrganizationDirectory directory,
            Vault vault,
            InstantSource clock,
            Entropy entropy) {
        return new EraseOrganizations(work, due, directory, vault, clock, entropy);
    }

    @Provides
    @IntoSet
    static Chore organizationErasure(EraseOrganizations erase) {
        return erase;
    }

    @Binds
    @IntoSet
    Routes organizationEnd(OrganizationEndResource routes);
}
