package dev.rampart.oauth.bearer;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.scope.Scopes;
import java.util.List;
import java.util.Optional;

/**
 * An access token whose signature, time and issuer are right. Whether what it stands for still does is for the database
 * to say.
 *
 * @param grant what it was issued from; empty if a client got it on its own behalf
 */
public record AccessToken(
        String subject, ClientId client, Optional<GrantId> grant, Scopes scopes, List<String> audience) {

    public AccessToken {
        audience = List.copyOf(audience);
    }
}
