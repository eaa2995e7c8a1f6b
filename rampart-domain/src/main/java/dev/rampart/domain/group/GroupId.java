package dev.rampart.domain.group;

import dev.rampart.domain.role.RoleHolder;
import java.util.UUID;

/** Names a group in an organization. */
public record GroupId(UUID value) {

    /** The group as a holder of roles. */
    public RoleHolder asHolder() {
        return new RoleHolder(RoleHolder.Kind.GROUP, value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
