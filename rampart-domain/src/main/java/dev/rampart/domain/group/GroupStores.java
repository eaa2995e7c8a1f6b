package dev.rampart.domain.group;

import dev.rampart.domain.role.RoleAdminStores;

/** What administering groups may touch, within one transaction. */
public interface GroupStores extends RoleAdminStores {

    Groups groups();

    GroupMembers groupMembers();
}
