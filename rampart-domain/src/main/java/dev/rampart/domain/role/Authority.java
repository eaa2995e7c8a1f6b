package dev.rampart.domain.role;

import dev.rampart.domain.audit.Cause;
import java.util.Collection;
import java.util.Set;

/** Who calls, and what they may do in the organization that the call is about. */
public record Authority(Cause cause, Set<Permission> permissions) {

    public Authority {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether they may do all that these roles may: nobody grants what they do not hold, nor rules who may do more. */
    public boolean covers(Collection<Role> roles) {
        return roles.stream().allMatch(role -> permissions.containsAll(role.permissions()));
    }
}
