package dev.rampart.server.wiring;

import dagger.Module;
import dagger.Provides;
import dev.rampart.domain.Stores;
import dev.rampart.domain.access.AdmitCaller;
import dev.rampart.domain.access.RepeatWrite;
import dev.rampart.domain.audit.ExportAuditTrail;
import dev.rampart.domain.audit.ReadAuditTrail;
import dev.rampart.domain.audit.Strangers;
import dev.rampart.domain.client.AdministerClient;
import dev.rampart.domain.client.BrowseClients;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.key.AdministerKeys;
import dev.rampart.domain.key.KeyRing;
import dev.rampart.domain.key.MakeSigningKey;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.organization.BrowseOrganizations;
import dev.rampart.domain.organization.ChangeOrganization;
import dev.rampart.domain.organization.OrganizationDirectory;
import dev.rampart.domain.organization.OrganizationList;
import dev.rampart.domain.password.PasswordHasher;
import dev.rampart.domain.session.AdministerSessions;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.user.AssignRole;
import dev.rampart.domain.user.BrowseUsers;
import dev.rampart.domain.user.ChangeUser;
import dev.rampart.domain.user.CreateUser;
import dev.rampart.domain.user.DueErasures;
import dev.rampart.domain.user.EraseDeletedUsers;
import dev.rampart.domain.user.ExportUsers;
import dev.rampart.domain.user.ImportUsers;
import dev.rampart.domain.user.RemoveUser;
import dev.rampart.domain.work.Wakeup;
import java.time.InstantSource;

/** What the admin API does: one line per use case. */
@Module
interface AdministrationModule {

    /** A minute and token. */
    Rate ADMIN_RATE = new Rate(600);

    @Provides
    static AdmitCaller admitCaller(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy, Settings settings) {
        return new AdmitCaller(
                work,
                clock,
                entropy,
                new AdmitCaller.Settings(ADMIN_RATE, settings.sessions().idle()));
    }

    @Provides
    static RepeatWrite repeatWrite(UnitOfWork<Stores> work, Vault vault, InstantSource clock) {
        return new RepeatWrite(work, vault, clock);
    }

    @Provides
    static BrowseOrganizations browseOrganizations(UnitOfWork<Stores> work, OrganizationList all) {
        return new BrowseOrganizations(work, all);
    }

    @Provides
    static ChangeOrganization changeOrganization(
            UnitOfWork<Stores> work, OrganizationDirectory directory, InstantSource clock, Entropy entropy) {
        return new ChangeOrganization(work, directory, clock, entropy);
    }

    @Provides
    static AssignRole assignRole(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new AssignRole(work, clock, entropy);
    }

    @Provides
    static AdministerSessions administerSessions(
            UnitOfWork<Stores> work, InstantSource clock, Entropy entropy, Settings settings, Wakeup wakeup) {
        return new AdministerSessions(work, clock, entropy, settings.sessions(), wakeup);
    }

    @Provides
    static AdministerKeys administerKeys(
            UnitOfWork<Stores> work, MakeSigningKey make, KeyRing ring, InstantSource clock, Entropy entropy) {
        return new AdministerKeys(work, make, ring, clock, entropy);
    }

    @Provides
    static ReadAuditTrail readAuditTrail(UnitOfWork<Stores> work, Strangers strangers) {
        return new ReadAuditTrail(work, strangers);
    }

    @Provides
    static BrowseClients browseClients(UnitOfWork<Stores> work) {
        return new BrowseClients(work);
    }

    @Provides
    static AdministerClient administerClient(
            UnitOfWork<Stores> work, ClientDirectory directory, InstantSource clock, Entropy entropy) {
        return new AdministerClient(work, directory, clock, entropy);
    }

    @Provides
    static BrowseUsers browseUsers(UnitOfWork<Stores> work) {
        return new BrowseUsers(work);
    }

    @Provides
    static ImportUsers importUsers(
            UnitOfWork<Stores> work, PasswordHasher hasher, InstantSource clock, Entropy entropy) {
        return new ImportUsers(work, hasher, clock, entropy);
    }

    @Provides
    static ExportAuditTrail exportAuditTrail(
            UnitOfWork<Stores> work, Strangers strangers, InstantSource clock, Entropy entropy) {
        return new ExportAuditTrail(work, strangers, clock, entropy);
    }

    @Provides
    static ExportUsers exportUsers(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new ExportUsers(work, clock, entropy);
    }

    @Provides
    static CreateUser createUser(UnitOfWork<Stores> work, PasswordHasher hasher, InstantSource clock, Entropy entropy) {
        return new CreateUser(work, hasher, clock, entropy);
    }

    @Provides
    static ChangeUser changeUser(UnitOfWork<Stores> work, PasswordHasher hasher, InstantSource clock, Entropy entropy) {
        return new ChangeUser(work, hasher, clock, entropy);
    }

    @Provides
    static RemoveUser removeUser(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new RemoveUser(work, clock, entropy);
    }

    @Provides
    static EraseDeletedUsers eraseDeletedUsers(
            UnitOfWork<Stores> work, DueErasures due, InstantSource clock, Entropy entropy) {
        return new EraseDeletedUsers(work, due, clock, entropy);
    }
}
