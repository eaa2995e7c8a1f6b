package dev.rampart.domain.user;

/** What administering people may touch, within one transaction. */
public interface UserAdminStores extends UserStores {

    UserRegister userRegister();

    UserIntake userIntake();
}
