package dev.rampart.domain.user;

import dev.rampart.domain.role.RoleAdminStores;

/** What administering people may touch, within one transaction. */
public interface UserAdminStores extends UserStores, RoleAdminStores {

    UserRegister userRegister();

    UserIntake userIntake();

    DeletedUsers deletedUsers();
}
