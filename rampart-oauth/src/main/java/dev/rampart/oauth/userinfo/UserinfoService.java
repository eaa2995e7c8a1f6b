package dev.rampart.oauth.userinfo;

import dev.rampart.domain.grant.ReadUserinfo;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.oauth.Claims;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.bearer.AccessToken;
import dev.rampart.oauth.bearer.BearerErrors;

/** The userinfo endpoint (OIDC Core §5.3). */
public final class UserinfoService {

    private final ReadUserinfo readUserinfo;

    public UserinfoService(ReadUserinfo readUserinfo) {
        this.readUserinfo = readUserinfo;
    }

    /** Answers who holds a token that has been verified, and may ask with it. */
    public OAuthReply read(Tenant tenant, AccessToken token) {
        return token.grant()
                .flatMap(grant -> readUserinfo.read(tenant.id(), grant))
                .map(user -> OAuthReply.ok(Claims.of(user, token.scopes())))
                .orElseGet(BearerErrors::invalidToken);
    }
}
