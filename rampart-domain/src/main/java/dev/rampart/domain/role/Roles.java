package dev.rampart.domain.role;

import java.util.Set;

/** Who holds which role in one organization. */
public interface Roles {

    /** Does nothing if it is already held. */
    void assign(RoleHolder holder, Role role);

    /** Does nothing if it is not held. */
    void withdraw(RoleHolder holder, Role role);

    Set<Role> of(RoleHolder holder);

    /**
     * How many people who could sign in today hold it. Until the unit of work ends nobody else is told: of two who
     * would take away the last two, one sees what the other did.
     */
    int countPeople(Role role);

    /** Whether any person holds it who could sign in today. */
    boolean isHeldByAPerson(Role role);
}
