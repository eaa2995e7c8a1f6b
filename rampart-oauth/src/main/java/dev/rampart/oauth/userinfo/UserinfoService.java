package dev.rampart.oauth.userinfo;

import dev.rampart.domain.grant.ReadUserinfo;
import dev.rampart.domain.grant.UserGrants;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.oauth.Claims;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.RequestedClaims;
import dev.rampart.oauth.bearer.AccessToken;
import dev.rampart.oauth.bearer.BearerErrors;
import java.util.Set;

/** The userinfo endpoint (OIDC Core §5.3). */
public final class UserinfoService {

    private final ReadUserinfo readUserinfo;

    public UserinfoService(ReadUserinfo readUserinfo) {
        this.readUserinfo = readUserinfo;
    }

    /** Answers who holds a token that has been verified, and may ask with it. */
    public OAuthReply read(Tenant tenant, AccessToken token) {
        return readUserinfo
                .read(tenant.id(), token.issued())
                .map(told -> OAuthReply.ok(Claims.of(told.user(), token.scopes(), named(told))))
                .orElseGet(BearerErrors::invalidToken);
    }

    private static Set<String> named(UserGrants.Told told) {
        return told.claims()
                .flatMap(RequestedClaims::parse)
                .orElse(RequestedClaims.NONE)
                .userinfo();
    }
}
