package dev.rampart.oauth.token;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.organization.Tenant;
import java.util.Optional;

/**
 * A client that turns out to have changed between its authentication and its grant.
 *
 * <p>The change may have nothing to do with the request, so it is read once more and the grant is tried again, provided
 * that the client would still be let in by what it came with.
 */
final class ChangedClient {

    private final ClientDirectory clients;

    ChangedClient(ClientDirectory clients) {
        this.clients = clients;
    }

    /** The client to try again with, or nothing if it must come again itself. */
    Optional<Client> asItIsNow(Tenant tenant, Client old, GrantType type) {
        return clients.afresh(tenant.id(), old.id())
                .filter(fresh -> fresh.enabled() && fresh.version() != old.version())
                .filter(fresh -> fresh.grantTypes().contains(type))
                .filter(fresh -> isStillAuthenticated(fresh, old));
    }

    /** Which secret it came with is no longer known: all of them must still be good. */
    private static boolean isStillAuthenticated(Client fresh, Client old) {
        return fresh.isPublic() == old.isPublic() && fresh.secrets().containsAll(old.secrets());
    }
}
