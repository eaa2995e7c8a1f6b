package dev.rampart.oauth.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.GrantToClient;
import dev.rampart.domain.grant.RedeemAuthorizationCode.Granted;
import dev.rampart.domain.grant.Resource;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.session.Authentication;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.oauth.Audiences;
import dev.rampart.oauth.bearer.AccessTokens;
import dev.rampart.oauth.jose.JsonWebTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Writes access tokens (RFC 9068 §2.2) and ID tokens (OIDC Core §2). */
public final class IssuedTokens {

    private static final JOSEObjectType ID_TOKEN = JOSEObjectType.JWT;

    private final JsonWebTokens tokens;
    private final Audiences audiences;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Duration lifetime;

    /** {@code lifetime} is that of access tokens and ID tokens alike, where an organization has not chosen. */
    public IssuedTokens(
            JsonWebTokens tokens, Audiences audiences, InstantSource clock, Entropy entropy, Duration lifetime) {
        this.tokens = tokens;
        this.audiences = audiences;
        this.clock = clock;
        this.entropy = entropy;
        this.lifetime = lifetime;
    }

    /** The client that is given tokens, and whose it is. */
    public record Recipient(Tenant tenant, Client client) {}

    /** What a token is for. */
    public record Purpose(Scopes scopes, List<Resource> resources) {}

    /** Of access tokens. */
    public Duration lifetime(TokenPolicy policy) {
        return policy.accessToken().orElse(lifetime);
    }

    /** For a client on its own behalf (RFC 9068 §2.2: its {@code sub} is the client). */
    public String accessToken(Recipient recipient, Purpose purpose, GrantToClient.Granted granted) {
        JWTClaimsSet.Builder claims = claims(recipient, purpose.resources(), granted.roles(), granted.tokens())
                .subject(recipient.client().id().value())
                .jwtID(TokenId.random(entropy));
        return sign(recipient, withScope(claims, purpose.scopes()), granted.tokens());
    }

    /** For a client on behalf of a person. {@code resources} are those asked for now; none: all that were granted. */
    public String accessToken(Recipient recipient, Granted granted, List<Resource> resources) {
        UserGrant grant = granted.grant();
        Authentication authentication = granted.behind().authentication();
        List<Resource> targets = resources.isEmpty() ? grant.resources() : resources;
        JWTClaimsSet.Builder claims = claims(
                        recipient,
                        targets,
                        granted.behind().roles(),
                        granted.behind().tokens())
                .subject(grant.user().toString())
                .jwtID(TokenId.of(grant.id(), entropy))
                .claim("auth_time", authentication.time().getEpochSecond())
                .claim("acr", authentication.acr())
                .claim("amr", authentication.amr())
                .claim("sid", grant.session().toString());
        return sign(
                recipient, withScope(claims, grant.scopes()), granted.behind().tokens());
    }

    /** Says who signed in, to the client alone. What there is to know of the person is for the userinfo endpoint. */
    public String idToken(Recipient recipient, Granted granted, String accessToken) {
        UserGrant grant = granted.grant();
        Authentication authentication = granted.behind().authentication();
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(recipient.tenant().issuer().value())
                .subject(grant.user().toString())
                .audience(recipient.client().id().value())
                .issueTime(Date.from(now))
                .expirationTime(
                        Date.from(now.plus(granted.behind().tokens().idToken().orElse(lifetime))))
                .claim("auth_time", authentication.time().getEpochSecond())
                .claim("acr", authentication.acr())
                .claim("amr", authentication.amr())
                .claim("at_hash", halfHash(accessToken))
                .claim("sid", grant.session().toString());
        granted.code().nonce().ifPresent(value -> claims.claim("nonce", value));
        return tokens.sign(recipient.tenant().id(), recipient.client().idTokenAlgorithm(), ID_TOKEN, claims.build());
    }

    private JWTClaimsSet.Builder claims(
            Recipient recipient, List<Resource> resources, Set<Role> roles, TokenPolicy policy) {
        Tenant tenant = recipient.tenant();
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(tenant.issuer().value())
                .audience(audiences.of(tenant, resources))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime(policy))))
                .claim("client_id", recipient.client().id().value())
                .claim("org_id", tenant.id().toString());
        if (resources.contains(audiences.admin()) && !roles.isEmpty()) {
            claims.claim("roles", roles.stream().map(Role::toString).sorted().toList());
        }
        return claims;
    }

    private static JWTClaimsSet.Builder withScope(JWTClaimsSet.Builder claims, Scopes scopes) {
        return scopes.values().isEmpty() ? claims : claims.claim("scope", scopes.toString());
    }

    private String sign(Recipient recipient, JWTClaimsSet.Builder claims, TokenPolicy policy) {
        SigningAlgorithm algorithm = recipient.client().accessTokenAlgorithm().orElseGet(policy::algorithm);
        return tokens.sign(recipient.tenant().id(), algorithm, AccessTokens.TYPE, claims.build());
    }

    /** The left half of a SHA-256, as both our algorithms have it (OIDC Core §3.1.3.6). */
    private static String halfHash(String accessToken) {
        byte[] digest =
                Sha256.of(accessToken.getBytes(StandardCharsets.US_ASCII)).bytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }
}
