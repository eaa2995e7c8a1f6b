package dev.rampart.oauth.token;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.grant.RedeemAuthorizationCode;
import dev.rampart.domain.grant.RedeemAuthorizationCode.Granted;
import dev.rampart.domain.grant.RedeemAuthorizationCode.Limited;
import dev.rampart.domain.grant.RedeemAuthorizationCode.Refusal;
import dev.rampart.domain.grant.RedeemAuthorizationCode.Refused;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import dev.rampart.oauth.Audiences;
import dev.rampart.oauth.OAuthErrors;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.Targets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code grant_type=authorization_code} (RFC 6749 §4.1.3, RFC 7636 §4.5). */
public final class AuthorizationCodeGrant {

    /** RFC 7636 §4.1. */
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final RedeemAuthorizationCode redeem;
    private final ChangedClient changed;
    private final IssuedTokens tokens;
    private final Audiences audiences;

    public AuthorizationCodeGrant(
            RedeemAuthorizationCode redeem, ClientDirectory clients, IssuedTokens tokens, Audiences audiences) {
        this.redeem = redeem;
        this.changed = new ChangedClient(clients);
        this.tokens = tokens;
        this.audiences = audiences;
    }

    TokenReply exchange(Tenant tenant, Client client, TokenForm form, RequestOrigin origin) {
        Optional<String> code = form.get("code");
        if (code.isEmpty()) {
            return new TokenReply.Malformed(TokenRefusal.CODE_MISSING);
        }
        Optional<String> redirectUri = form.get("redirect_uri");
        if (redirectUri.isEmpty()) {
            return new TokenReply.Malformed(TokenRefusal.REDIRECT_URI_MISSING);
        }
        Optional<String> verifier = form.get("code_verifier");
        if (verifier.isEmpty() && client.isPublic()) {
            return new TokenReply.Malformed(TokenRefusal.VERIFIER_MISSING);
        }
        if (verifier.filter(text -> !VERIFIER.matcher(text).matches()).isPresent()) {
            return new TokenReply.Malformed(TokenRefusal.VERIFIER_MALFORMED);
        }
        Optional<Targets> targets = audiences.parse(tenant, form.all("resource"));
        if (targets.isEmpty()) {
            return new TokenReply.Malformed(TokenRefusal.RESOURCE_UNKNOWN);
        }
        return new TokenReply.Decided(redeem(
                tenant,
                new RedeemAuthorizationCode.Request(
                        client,
                        Secret.of(code.get()),
                        new RedirectUri(redirectUri.get()),
                        verifier.map(Secret::of),
                        targets.get().resources(),
                        audiences.own(tenant),
                        origin)));
    }

    private OAuthReply redeem(Tenant tenant, RedeemAuthorizationCode.Request request) {
        RedeemAuthorizationCode.Outcome outcome = redeem.redeem(tenant.id(), request);
        if (!outcome.equals(new Refused(Refusal.CLIENT_CHANGED))) {
            return reply(tenant, request, outcome);
        }
        // The code has not been used up. Once more, and no oftener.
        return changed.asItIsNow(tenant, request.client(), GrantType.AUTHORIZATION_CODE)
                .map(fresh -> by(fresh, request))
                .map(again -> reply(tenant, again, redeem.redeem(tenant.id(), again)))
                .orElseGet(() -> reply(tenant, request, outcome));
    }

    private static RedeemAuthorizationCode.Request by(Client client, RedeemAuthorizationCode.Request request) {
        return new RedeemAuthorizationCode.Request(
                client,
                request.code(),
                request.redirectUri(),
                request.verifier(),
                request.resources(),
                request.own(),
                request.origin());
    }

    private OAuthReply reply(
            Tenant tenant, RedeemAuthorizationCode.Request request, RedeemAuthorizationCode.Outcome outcome) {
        return switch (outcome) {
            case Granted granted ->
                new GrantedTokens(granted.grant(), granted.behind(), granted.refreshToken())
                        .reply(
                                tokens,
                                tenant,
                                request.client(),
                                new GrantedTokens.Asked(
                                        granted.grant().scopes(),
                                        request.resources(),
                                        granted.code().nonce()));
            case Refused(Refusal why) -> OAuthReply.of(GrantErrors.of(why));
            case Limited(Duration delay) -> OAuthErrors.tooManyRequests(delay);
        };
    }
}
