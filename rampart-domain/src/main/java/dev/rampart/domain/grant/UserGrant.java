package dev.rampart.domain.grant;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.user.UserId;
import java.util.List;

/**
 * What a person allowed an application once.
 *
 * @param resources what its tokens are for; empty: the issuer
 */
public record UserGrant(
        GrantId id, UserId user, ClientId client, SessionId session, Scopes scopes, List<Resource> resources) {

    public UserGrant {
        resources = List.copyOf(resources);
    }
}
