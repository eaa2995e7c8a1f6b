package dev.rampart.oauth.revocation;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.RevokeToken;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.oauth.OAuthErrors;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.bearer.AccessToken;
import dev.rampart.oauth.bearer.AccessTokens;
import java.util.Map;
import java.util.Optional;

/**
 * Takes tokens back (RFC 7009 §2).
 *
 * <p>Of which kind one is can be seen, so that {@code token_type_hint} is not needed. One that is not good any more
 * needs no taking back, and is answered as if it had been (§2.2).
 */
public final class RevocationService {

    private final AccessTokens tokens;
    private final RevokeToken revokeToken;

    public RevocationService(AccessTokens tokens, RevokeToken revokeToken) {
        this.tokens = tokens;
        this.revokeToken = revokeToken;
    }

    /** Answers a client that has already been authenticated. */
    public OAuthReply revoke(Tenant tenant, Client client, String text, RequestOrigin origin) {
        Optional<AccessToken> accessToken = tokens.read(tenant, text);
        RevokeToken.By by = new RevokeToken.By(client.id(), origin);
        RevokeToken.Outcome outcome = accessToken.isPresent()
                ? revokeToken.accessToken(tenant.id(), accessToken.get().issued(), by)
                : revokeToken.refreshToken(tenant.id(), Secret.of(text), by);
        return switch (outcome) {
            case REVOKED, UNKNOWN -> OAuthReply.ok(Map.of());
            case NOT_YOURS -> OAuthReply.of(OAuthErrors.invalidGrant("The token was given to another client."));
        };
    }
}
