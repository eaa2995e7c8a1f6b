package dev.rampart.domain.role;

import java.util.List;

/** Those who hold roles in one organization, for whoever administers them. */
public interface RoleHolders {

    boolean isThere(RoleHolder holder);

    /** Whether there is such a one. If so, nobody removes them until the unit of work ends. */
    boolean lock(RoleHolder holder);

    /** The roles that somebody was given themselves: the built-in ones first, the others by name. */
    RoleSet given(RoleHolder holder);

    /** Every role that somebody holds, once for each way in which they hold it. */
    List<HeldRole> ways(RoleHolder holder);

    /** Nobody else takes something away that an owner may be one by, until the unit of work ends. */
    void holdOwners();

    /**
     * Whether the organization keeps a person who owns it and could sign in today, also through a group. True if it has
     * none anyway. Ask it only after {@link #holdOwners}: then two who would take away the last two do not both hear
     * yes.
     */
    boolean keepsAnOwner(Loss loss);
}
