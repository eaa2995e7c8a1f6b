package dev.rampart.domain.role;

import java.util.List;
import java.util.Set;

/** Roles of both kinds. */
public record RoleSet(Set<Role> builtIn, List<OwnRole> own) {

    public RoleSet {
        builtIn = Set.copyOf(builtIn);
        own = List.copyOf(own);
    }

    public boolean contains(RoleKey key) {
        return switch (key) {
            case Role role -> builtIn.contains(role);
            case OwnRoleId id -> own.stream().anyMatch(role -> role.id().equals(id));
        };
    }
}
