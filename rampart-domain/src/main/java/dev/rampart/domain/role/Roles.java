package dev.rampart.domain.role;

/** Who holds which role in one organization. */
public interface Roles {

    /** Does nothing if it was already given. */
    void assign(RoleHolder holder, RoleKey role);

    /** Does nothing if it was not given. */
    void withdraw(RoleHolder holder, RoleKey role);

    /**
     * What somebody may do by all roles they hold: those they were given, and those of the groups they are in and of
     * every group above these. Of a group: what its members may do by being in it.
     */
    Rights of(RoleHolder holder);

    /** Whether any person holds it, also through a group, who could sign in today. */
    boolean isHeldByAPerson(Role role);
}
