package dev.rampart.persistence;

import dev.rampart.domain.Stores;
import dev.rampart.domain.client.ClientProofs;
import dev.rampart.domain.client.ClientRegister;
import dev.rampart.domain.client.Clients;
import dev.rampart.domain.client.ServiceAccounts;
import dev.rampart.domain.group.GroupMembers;
import dev.rampart.domain.group.Groups;
import dev.rampart.domain.resource.ResourceServers;
import dev.rampart.domain.role.RoleHolders;
import dev.rampart.domain.role.RoleRegister;
import dev.rampart.domain.role.Roles;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.client.PostgresClientProofs;
import dev.rampart.persistence.client.PostgresClientRegister;
import dev.rampart.persistence.client.PostgresClients;
import dev.rampart.persistence.client.PostgresServiceAccounts;
import dev.rampart.persistence.group.PostgresGroupMembers;
import dev.rampart.persistence.group.PostgresGroups;
import dev.rampart.persistence.resource.PostgresResourceServers;
import dev.rampart.persistence.role.PostgresRoleHolders;
import dev.rampart.persistence.role.PostgresRoleRegister;
import dev.rampart.persistence.role.PostgresRoles;

/**
 * Of the stores of one organization and one transaction those that say which applications there are and who may what.
 */
interface PostgresAccessStores extends Stores {

    Statements statements();

    OrgId org();

    @Override
    default Roles roles() {
        return new PostgresRoles(statements(), org());
    }

    @Override
    default RoleRegister roleRegister() {
        return new PostgresRoleRegister(statements(), org());
    }

    @Override
    default RoleHolders roleHolders() {
        return new PostgresRoleHolders(statements(), org());
    }

    @Override
    default Groups groups() {
        return new PostgresGroups(statements(), org());
    }

    @Override
    default GroupMembers groupMembers() {
        return new PostgresGroupMembers(statements(), org());
    }

    @Override
    default ResourceServers resourceServers() {
        return new PostgresResourceServers(statements(), org());
    }

    @Override
    default ServiceAccounts serviceAccounts() {
        return new PostgresServiceAccounts(statements(), org());
    }

    @Override
    default ClientRegister clientRegister() {
        return new PostgresClientRegister(statements(), org());
    }

    @Override
    default ClientProofs clientProofs() {
        return new PostgresClientProofs(statements(), org());
    }

    @Override
    default Clients clients() {
        return new PostgresClients(statements(), org());
    }
}
