package dev.rampart.domain.walk;

import dev.rampart.domain.access.Callers.Identity;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import java.util.UUID;

/** Whoever tries something, from one organization. */
record Caller(OrgId org, RoleHolder holder) {

    /** People come by the grant that has their id. */
    Identity identity() {
        return switch (holder.kind()) {
            case USER -> new Identity.Person(new GrantId(UUID.fromString(holder.id())));
            case CLIENT -> new Identity.ServiceAccount(new ClientId(holder.id()));
            case GROUP -> throw new IllegalStateException("a group tries nothing: " + holder);
        };
    }
}
