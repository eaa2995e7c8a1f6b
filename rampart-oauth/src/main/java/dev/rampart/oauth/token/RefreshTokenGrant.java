package dev.rampart.oauth.token;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.grant.Refresh;
import dev.rampart.domain.grant.Refresh.Granted;
import dev.rampart.domain.grant.Refresh.Limited;
import dev.rampart.domain.grant.Refresh.Refusal;
import dev.rampart.domain.grant.Refresh.Refused;
import dev.rampart.domain.grant.RefreshTokens;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.oauth.Audiences;
import dev.rampart.oauth.OAuthErrors;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.Targets;
import java.time.Duration;
import java.util.Optional;

/** {@code grant_type=refresh_token} (RFC 6749 §6, OIDC Core §12). */
public final class RefreshTokenGrant {

    private final Refresh refresh;
    private final ChangedClient changed;
    private final IssuedTokens tokens;
    private final Audiences audiences;

    public RefreshTokenGrant(Refresh refresh, ClientDirectory clients, IssuedTokens tokens, Audiences audiences) {
        this.refresh = refresh;
        this.changed = new ChangedClient(clients);
        this.tokens = tokens;
        this.audiences = audiences;
    }

    TokenReply exchange(Tenant tenant, Client client, TokenForm form, RequestOrigin origin) {
        Optional<String> token = form.get("refresh_token").filter(text -> !text.isEmpty());
        if (token.isEmpty()) {
            return new TokenReply.Malformed(TokenRefusal.REFRESH_TOKEN_MISSING);
        }
        Optional<String> scope = form.get("scope");
        Optional<Scopes> scopes = scope.flatMap(Scopes::parse);
        if (scope.isPresent() && scopes.isEmpty()) {
            return new TokenReply.Malformed(TokenRefusal.SCOPE_MALFORMED);
        }
        Optional<Targets> targets = audiences.parse(tenant, form.all("resource"));
        if (targets.isEmpty()) {
            return new TokenReply.Malformed(TokenRefusal.RESOURCE_UNKNOWN);
        }
        RefreshTokens.Wanted wanted =
                new RefreshTokens.Wanted(scopes, targets.get().resources());
        return new TokenReply.Decided(refresh(
                tenant, new Refresh.Request(client, Secret.of(token.get()), wanted, audiences.own(tenant), origin)));
    }

    private OAuthReply refresh(Tenant tenant, Refresh.Request request) {
        Refresh.Outcome outcome = refresh.refresh(tenant.id(), request);
        if (!outcome.equals(new Refused(Refusal.CLIENT_CHANGED))) {
            return reply(tenant, request, outcome);
        }
        // The token has not been used up. Once more, and no oftener.
        return changed.asItIsNow(tenant, request.client(), GrantType.REFRESH_TOKEN)
                .map(fresh ->
                        new Refresh.Request(fresh, request.token(), request.wanted(), request.own(), request.origin()))
                .map(again -> reply(tenant, again, refresh.refresh(tenant.id(), again)))
                .orElseGet(() -> reply(tenant, request, outcome));
    }

    private OAuthReply reply(Tenant tenant, Refresh.Request request, Refresh.Outcome outcome) {
        return switch (outcome) {
            case Granted(var grant, var behind, Secret successor) ->
                new GrantedTokens(grant, behind, Optional.of(successor))
                        .reply(
                                tokens,
                                tenant,
                                request.client(),
                                new GrantedTokens.Asked(
                                        request.wanted().scopes().orElse(grant.scopes()),
                                        request.wanted().resources(),
                                        Optional.empty()));
            case Refused(Refusal why) -> OAuthReply.of(GrantErrors.of(why));
            case Limited(Duration delay) -> OAuthErrors.tooManyRequests(delay);
        };
    }
}
