package dev.rampart.oauth.userinfo;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.grant.ReadUserinfo;
import dev.rampart.domain.grant.UserGrants;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.oauth.Claims;
import dev.rampart.oauth.OAuthReply;
import dev.rampart.oauth.RequestedClaims;
import dev.rampart.oauth.bearer.AccessToken;
import dev.rampart.oauth.bearer.BearerErrors;
import dev.rampart.oauth.jose.JsonWebTokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The userinfo endpoint (OIDC Core §5.3). */
public final class UserinfoService {

    private final ReadUserinfo readUserinfo;
    private final ClientDirectory clients;
    private final JsonWebTokens tokens;

    public UserinfoService(ReadUserinfo readUserinfo, ClientDirectory clients, JsonWebTokens tokens) {
        this.readUserinfo = readUserinfo;
        this.clients = clients;
        this.tokens = tokens;
    }

    /** Answers who holds a token that has been verified, and may ask with it. */
    public OAuthReply read(Tenant tenant, AccessToken token) {
        return readUserinfo
                .read(tenant.id(), token.issued())
                .map(told -> answer(tenant, token, members(token, told)))
                .orElseGet(BearerErrors::invalidToken);
    }

    /** The person is called what the token calls them (OIDC Core §5.3.2). */
    private static Map<String, Object> members(AccessToken token, UserGrants.Told told) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sub", token.subject());
        members.putAll(Claims.of(told.user(), token.scopes(), named(told)));
        return members;
    }

    private OAuthReply answer(Tenant tenant, AccessToken token, Map<String, Object> members) {
        Optional<SigningAlgorithm> algorithm = clients.find(tenant.id(), token.client())
                .map(Client::metadata)
                .flatMap(metadata -> metadata.tokens().userinfo());
        return algorithm
                .map(signed -> OAuthReply.jwt(
                        tokens.sign(tenant.id(), signed, JOSEObjectType.JWT, claims(tenant, token, members))))
                .orElseGet(() -> OAuthReply.ok(members));
    }

    /** A signed answer says by whom and for whom it is, so that it cannot be passed on (OIDC Core §5.3.2). */
    private static JWTClaimsSet claims(Tenant tenant, AccessToken token, Map<String, Object> members) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        members.forEach(claims::claim);
        return claims.issuer(tenant.issuer().value())
                .audience(token.client().value())
                .build();
    }

    private static Set<String> named(UserGrants.Told told) {
        return told.claims()
                .flatMap(RequestedClaims::parse)
                .orElse(RequestedClaims.NONE)
                .userinfo();
    }
}
