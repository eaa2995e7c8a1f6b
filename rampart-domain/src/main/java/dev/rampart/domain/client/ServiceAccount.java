package dev.rampart.domain.client;

import dev.rampart.domain.role.RoleKey;
import java.util.List;

/** A client that acts for itself and for nobody else, and the roles that it was given. */
public record ServiceAccount(ManagedClient managed, List<RoleKey> roles) {

    public ServiceAccount {
        roles = List.copyOf(roles);
    }
}
