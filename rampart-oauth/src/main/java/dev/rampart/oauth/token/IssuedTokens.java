package dev.rampart.oauth.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.Behind;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.resource.ResourceServer;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.session.Authentication;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.oauth.Audiences;
import dev.rampart.oauth.SubjectIdentifiers;
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
import java.util.Optional;

/** Writes access tokens (RFC 9068 §2.2) and ID tokens (OIDC Core §2). */
public final class IssuedTokens {

    private static final JOSEObjectType ID_TOKEN = JOSEObjectType.JWT;

    private final JsonWebTokens tokens;
    private final Audiences audiences;
    private final SubjectIdentifiers subjects;
    private final InstantSource clock;
    private final Entropy entropy;
    private final Duration lifetime;

    /** {@code lifetime} is that of access tokens and ID tokens alike, where nobody has chosen another. */
    public IssuedTokens(
            JsonWebTokens tokens,
            Audiences audiences,
            SubjectIdentifiers subjects,
            InstantSource clock,
            Entropy entropy,
            Duration lifetime) {
        this.tokens = tokens;
        this.audiences = audiences;
        this.subjects = subjects;
        this.clock = clock;
        this.entropy = entropy;
        this.lifetime = lifetime;
    }

    /** The client that is given tokens, and whose it is. */
    public record Recipient(Tenant tenant, Client client) {}

    /**
     * What stands in an access token.
     *
     * @param resourceServer which it is for, if it is not for the server's own
     * @param policy what the organization has chosen
     */
    public record Content(
            Scopes scopes,
            List<Resource> resources,
            Rights rights,
            Optional<ResourceServer> resourceServer,
            TokenPolicy policy) {}

    /**
     * Of what a person granted.
     *
     * @param scopes those asked for now
     * @param resources likewise; none: all that were granted
     */
    static Content content(UserGrant grant, Behind behind, Scopes scopes, List<Resource> resources) {
        Optional<ResourceServer> server = behind.resourceServer();
        return new Content(
                server.map(found -> found.among(scopes)).orElse(scopes),
                resources.isEmpty() ? grant.resources() : resources,
                behind.rights(),
                server,
                behind.tokens());
    }

    /** Of an access token: as its resource server has it, else the organization, else the server. */
    public Duration lifetime(Content content) {
        return content.resourceServer()
                .flatMap(ResourceServer::accessTokenLifetime)
                .or(content.policy()::accessToken)
                .orElse(lifetime);
    }

    /** For a client on its own behalf (RFC 9068 §2.2: its {@code sub} is the client). */
    public String accessToken(Recipient recipient, Content content) {
        JWTClaimsSet.Builder claims = claims(recipient, content)
                .subject(recipient.client().id().value())
                .jwtID(TokenId.random(entropy));
        return sign(recipient, content, claims);
    }

    /** For a client on behalf of a person. */
    public String accessToken(Recipient recipient, UserGrant grant, Content content) {
        Authentication authentication = grant.authentication();
        JWTClaimsSet.Builder claims = claims(recipient, content)
                .subject(subject(recipient, grant))
                .jwtID(TokenId.of(grant.id(), entropy))
                .claim("auth_time", authentication.time().getEpochSecond())
                .claim("acr", authentication.acr())
                .claim("amr", authentication.amr())
                .claim("sid", grant.session().toString());
        return sign(recipient, content, claims);
    }

    /** What an ID token goes with. {@code nonce}: of the request that it answers; a refresh answers none. */
    record Companion(String accessToken, TokenPolicy policy, Optional<String> nonce) {}

    /** Says who signed in, to the client alone. What there is to know of the person is for the userinfo endpoint. */
    String idToken(Recipient recipient, UserGrant grant, Companion companion) {
        Authentication authentication = grant.authentication();
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(recipient.tenant().issuer().value())
                .subject(subject(recipient, grant))
                .audience(recipient.client().id().value())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(companion.policy().idToken().orElse(lifetime))))
                .claim("auth_time", authentication.time().getEpochSecond())
                .claim("acr", authentication.acr())
                .claim("amr", authentication.amr())
                .claim("at_hash", halfHash(companion.accessToken()))
                .claim("sid", grant.session().toString());
        companion.nonce().ifPresent(value -> claims.claim("nonce", value));
        return tokens.sign(recipient.tenant().id(), recipient.client().idTokenAlgorithm(), ID_TOKEN, claims.build());
    }

    private String subject(Recipient recipient, UserGrant grant) {
        return subjects.of(recipient.tenant().id(), recipient.client(), grant.user());
    }

    private JWTClaimsSet.Builder claims(Recipient recipient, Content content) {
        Tenant tenant = recipient.tenant();
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(tenant.issuer().value())
                .audience(audiences.of(tenant, content.resources()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime(content))))
                .claim("client_id", recipient.client().id().value())
                .claim("org_id", tenant.id().toString());
        List<String> roles = roles(content);
        if (!roles.isEmpty()) {
            claims.claim("roles", roles);
        }
        if (!content.scopes().values().isEmpty()) {
            claims.claim("scope", content.scopes().toString());
        }
        return claims;
    }

    /** Only for an audience that has them (RFC 9068 §2.2.3.1): to others they say nothing, and tell too much. */
    private List<String> roles(Content content) {
        if (content.resourceServer().filter(ResourceServer::includesRoles).isPresent()) {
            return content.rights().applicationRoles().stream().sorted().toList();
        }
        return content.resources().contains(audiences.admin())
                ? content.rights().builtIn().stream()
                        .map(Role::toString)
                        .sorted()
                        .toList()
                : List.of();
    }

    private String sign(Recipient recipient, Content content, JWTClaimsSet.Builder claims) {
        // Whoever is nearer to the one that checks the signature has the say: the resource server knows what it can
        // check, the client what its own resources can, and the organization and the server know neither.
        SigningAlgorithm algorithm = content.resourceServer()
                .flatMap(ResourceServer::signingAlgorithm)
                .or(recipient.client()::accessTokenAlgorithm)
                .orElseGet(content.policy()::algorithm);
        return tokens.sign(recipient.tenant().id(), algorithm, AccessTokens.TYPE, claims.build());
    }

    /** The left half of a SHA-256, as both our algorithms have it (OIDC Core §3.1.3.6). */
    private static String halfHash(String accessToken) {
        byte[] digest =
                Sha256.of(accessToken.getBytes(StandardCharsets.US_ASCII)).bytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }
}
