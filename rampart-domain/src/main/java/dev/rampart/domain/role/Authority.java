package dev.rampart.domain.role;

import dev.rampart.domain.audit.Cause;
import java.util.Collection;
import java.util.Set;

/**
 * Who calls, and what they may do in the organization that the call is about.
 *
 * @param applicationRoles what they are to its applications
 */
public record Authority(Cause cause, Set<Permission> permissions, Set<String> applicationRoles) {

    public Authority {
        permissions = Set.copyOf(permissions);
        applicationRoles = Set.copyOf(applicationRoles);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether they may do all that these roles may: nobody grants what they do not hold, nor rules who may do more. */
    public boolean covers(Collection<Role> roles) {
        return covers(Rights.of(roles));
    }

    /**
     * The same. What a role is to applications may also be given by whoever says which of them have roles at all: else
     * nobody could be the first to hold it.
     */
    public boolean covers(Rights rights) {
        return permissions.containsAll(rights.permissions())
                && (may(Permission.RESOURCE_SERVER_WRITE) || applicationRoles.containsAll(rights.applicationRoles()));
    }

    /** Whether they may give somebody these rights, or take them away, by what brings them about. */
    public boolean mayGive(Rights rights) {
        return rights.isEmpty() || (may(Permission.ROLE_ASSIGN) && covers(rights));
    }
}
