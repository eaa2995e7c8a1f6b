package dev.rampart.domain.role;

/** Who holds which role in one organization. */
public interface Roles {

    /** Does nothing if it is already held. */
    void assign(RoleHolder holder, Role role);

    /** Whether any person holds it who could sign in today. */
    boolean isHeldByAPerson(Role role);
}
