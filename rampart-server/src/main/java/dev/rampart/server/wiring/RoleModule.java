package dev.rampart.server.wiring;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.rampart.domain.Stores;
import dev.rampart.domain.client.BrowseServiceAccounts;
import dev.rampart.domain.group.AdministerGroup;
import dev.rampart.domain.group.BrowseGroups;
import dev.rampart.domain.group.ChangeMembers;
import dev.rampart.domain.resource.AdministerResourceServer;
import dev.rampart.domain.resource.BrowseResourceServers;
import dev.rampart.domain.role.AdministerRole;
import dev.rampart.domain.role.BrowseRoles;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.http.Routes;
import dev.rampart.http.admin.GroupResource;
import dev.rampart.http.admin.PermissionResource;
import dev.rampart.http.admin.ResourceServerResource;
import dev.rampart.http.admin.RoleAssignmentResource;
import dev.rampart.http.admin.ServiceAccountResource;
import java.time.InstantSource;

/** Who may do what, as organizations decide for themselves. */
@Module
interface RoleModule {

    @Provides
    static BrowseRoles browseRoles(UnitOfWork<Stores> work) {
        return new BrowseRoles(work);
    }

    @Provides
    static AdministerRole administerRole(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new AdministerRole(work, clock, entropy);
    }

    @Provides
    static BrowseGroups browseGroups(UnitOfWork<Stores> work) {
        return new BrowseGroups(work);
    }

    @Provides
    static AdministerGroup administerGroup(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new AdministerGroup(work, clock, entropy);
    }

    @Provides
    static ChangeMembers changeMembers(UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new ChangeMembers(work, clock, entropy);
    }

    @Provides
    static BrowseServiceAccounts browseServiceAccounts(UnitOfWork<Stores> work) {
        return new BrowseServiceAccounts(work);
    }

    @Provides
    static BrowseResourceServers browseResourceServers(UnitOfWork<Stores> work) {
        return new BrowseResourceServers(work);
    }

    @Provides
    static AdministerResourceServer administerResourceServer(
            UnitOfWork<Stores> work, InstantSource clock, Entropy entropy) {
        return new AdministerResourceServer(work, clock, entropy);
    }

    @Binds
    @IntoSet
    Routes serviceAccount(ServiceAccountResource routes);

    @Binds
    @IntoSet
    Routes resourceServer(ResourceServerResource routes);

    @Binds
    @IntoSet
    Routes roleAssignment(RoleAssignmentResource routes);

    @Binds
    @IntoSet
    Routes group(GroupResource routes);

    @Binds
    @IntoSet
    Routes permission(PermissionResource routes);
}
