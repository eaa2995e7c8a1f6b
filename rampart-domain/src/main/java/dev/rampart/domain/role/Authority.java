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

    /** Whether they hold all of it themselves: nobody can grant what they do not hold. */
    public boolean mayGrant(Collection<Permission> granted) {
        return permissions.containsAll(granted);
    }
}
