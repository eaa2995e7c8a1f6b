package dev.rampart.oauth.token;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.Behind;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.shared.Secret;
import dev.rampart.oauth.OAuthReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to a token request for what a person has granted (RFC 6749 §5.1, OIDC Core §3.1.3.3 and §12.2). */
record GrantedTokens(UserGrant grant, Behind behind, Optional<Secret> refreshToken) {

    /**
     * What is asked for now.
     *
     * @param scopes at most those that were granted
     * @param resources none: all that were granted
     * @param nonce for the ID token
     */
    record Asked(Scopes scopes, List<Resource> resources, Optional<String> nonce) {}

    OAuthReply reply(IssuedTokens tokens, Tenant tenant, Client client, Asked asked) {
        IssuedTokens.Recipient recipient = new IssuedTokens.Recipient(tenant, client);
        IssuedTokens.Content content = IssuedTokens.content(grant, behind, asked.scopes(), asked.resources());
        String accessToken = tokens.accessToken(recipient, grant, content);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token", accessToken);
        members.put("token_type", "Bearer");
        members.put("expires_in", tokens.lifetime(content).toSeconds());
        members.put("scope", content.scopes().toString());
        refreshToken.ifPresent(token -> members.put("refresh_token", token.reveal()));
        if (asked.scopes().contains(Scope.OPENID)) {
            members.put(
                    "id_token",
                    tokens.idToken(
                            recipient, grant, new IssuedTokens.Companion(accessToken, behind.tokens(), asked.nonce())));
        }
        return OAuthReply.ok(members);
    }
}
