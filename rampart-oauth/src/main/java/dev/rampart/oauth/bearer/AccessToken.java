package dev.rampart.oauth.bearer;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.grant.IssuedToken;
import dev.rampart.domain.scope.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An access token whose signature, time and issuer are right. Whether what it stands for still does is for the database
 * to say.
 */
public record AccessToken(IssuedToken issued, String subject, Scopes scopes, List<String> audience, Instant issuedAt) {

    public AccessToken {
        audience = List.copyOf(audience);
    }

    /** The {@code jti}. */
    public String id() {
        return issued.id();
    }

    public ClientId client() {
        return issued.client();
    }

    /** What it was issued from; empty if a client got it on its own behalf. */
    public Optional<GrantId> grant() {
        return issued.grant();
    }
}
