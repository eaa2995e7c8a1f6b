package dev.rampart.oauth.token;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.grant.ClientGrants;
import dev.rampart.domain.grant.GrantToClient;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.oauth.Audiences;
import dev.rampart.oauth.OAuthErrors;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.Targets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code grant_type=client_credentials} (RFC 6749 §4.4). */
public final class ClientCredentialsGrant {

    private final GrantToClient grants;
    private final ChangedClient changed;
    private final IssuedTokens tokens;
    private final Audiences audiences;

    public ClientCredentialsGrant(
            GrantToClient grants, ClientDirectory clients, IssuedTokens tokens, Audiences audiences) {
        this.grants = grants;
        this.changed = new ChangedClient(clients);
        this.tokens = tokens;
        this.audiences = audiences;
    }

    TokenReply exchange(Tenant tenant, Client client, TokenForm form, RequestOrigin origin) {
        if (client.isPublic()) {
            return new TokenReply.Malformed(TokenRefusal.GRANT_TYPE_NOT_REGISTERED);
        }
        Optional<Scopes> asked = Scopes.parse(form.get("scope").orElse(""));
        if (asked.isEmpty()) {
            return new TokenReply.Malformed(TokenRefusal.SCOPE_MALFORMED);
        }
        if (!client.scopes().values().containsAll(asked.get().values())) {
            return new TokenReply.Malformed(TokenRefusal.SCOPE_NOT_REGISTERED);
        }
        Optional<Targets> targets = audiences.parse(tenant, form.all("resource"));
        if (targets.isEmpty()) {
            return new TokenReply.Malformed(TokenRefusal.RESOURCE_UNKNOWN);
        }
        return new TokenReply.Decided(grant(tenant, client, new Asked(asked.get(), targets.get()), origin));
    }

    private record Asked(Scopes scopes, Targets targets) {

        ClientGrants.Wanted wanted() {
            return new ClientGrants.Wanted(scopes, targets.resourceServer());
        }
    }

    private OAuthReply grant(Tenant tenant, Client client, Asked asked, RequestOrigin origin) {
        GrantToClient.Outcome outcome = grants.grant(tenant.id(), client, asked.wanted(), origin);
        if (!outcome.equals(new GrantToClient.ClientChanged())) {
            return reply(tenant, client, asked, outcome);
        }
        // Once more, and no oftener. The client as it is now may no longer be allowed what it asked for.
        return changed.asItIsNow(tenant, client, GrantType.CLIENT_CREDENTIALS)
                .filter(fresh ->
                        fresh.scopes().values().containsAll(asked.scopes().values()))
                .map(fresh -> reply(tenant, fresh, asked, grants.grant(tenant.id(), fresh, asked.wanted(), origin)))
                .orElseGet(() -> reply(tenant, client, asked, outcome));
    }

    private OAuthReply reply(Tenant tenant, Client client, Asked asked, GrantToClient.Outcome outcome) {
        return switch (outcome) {
            case GrantToClient.Granted granted -> token(tenant, client, asked, granted);
            case GrantToClient.ResourceUnknown() -> OAuthReply.of(OAuthErrors.invalidTarget());
            case GrantToClient.ScopeNotOffered() ->
                OAuthReply.of(OAuthErrors.invalidScope("The resource has not got this scope."));
            case GrantToClient.Limited(Duration delay) -> OAuthErrors.tooManyRequests(delay);
            case GrantToClient.ClientChanged() -> OAuthReply.of(OAuthErrors.invalidClient());
        };
    }

    private OAuthReply token(Tenant tenant, Client client, Asked asked, GrantToClient.Granted granted) {
        IssuedTokens.Content content = new IssuedTokens.Content(
                asked.scopes(),
                asked.targets().resources(),
                granted.rights(),
                granted.resourceServer(),
                granted.tokens());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("access_token", tokens.accessToken(new IssuedTokens.Recipient(tenant, client), content));
        members.put("token_type", "Bearer");
        members.put("expires_in", tokens.lifetime(content).toSeconds());
        if (!asked.scopes().values().isEmpty()) {
            members.put("scope", asked.scopes().toString());
        }
        return OAuthReply.ok(members);
    }
}
