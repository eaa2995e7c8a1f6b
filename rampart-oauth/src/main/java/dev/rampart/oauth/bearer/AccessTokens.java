package dev.rampart.oauth.bearer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.IssuedToken;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.oauth.jose.JsonWebTokens;
import dev.rampart.oauth.token.TokenId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads access tokens (RFC 9068 §4). */
public final class AccessTokens {

    /** {@code at+jwt}, without which no token is taken for an access token (RFC 9068 §4). */
    public static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    /** No token of ours lives as long; what says so has a time that no database knows. */
    private static final Duration LONGEST = Duration.ofDays(3660);

    /** Visible ASCII (RFC 6749, appendix A.1). */
    private static final Pattern CLIENT = Pattern.compile("[ -~]{1,128}");

    private final JsonWebTokens tokens;
    private final InstantSource clock;

    public AccessTokens(JsonWebTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The token, or nothing if it is not one of this issuer's or its time is over. */
    public Optional<AccessToken> read(Tenant tenant, String text) {
        Instant now = clock.instant();
        return tokens.read(tenant.id(), TYPE, text)
                .filter(claims -> tenant.issuer().value().equals(claims.getIssuer()))
                .filter(claims -> isInTime(claims, now))
                .flatMap(AccessTokens::token);
    }

    /** Whose token it claims to be, which nobody has verified yet. */
    public static Optional<String> claimedIssuer(String text) {
        return JsonWebTokens.parse(text).flatMap(AccessTokens::issuer);
    }

    private static Optional<String> issuer(SignedJWT token) {
        try {
            return Optional.ofNullable(token.getJWTClaimsSet().getIssuer());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isInTime(JWTClaimsSet claims, Instant now) {
        @Nullable Date expires = claims.getExpirationTime();
        @Nullable Date starts = claims.getNotBeforeTime();
        return expires != null
                && now.isBefore(expires.toInstant())
                && expires.toInstant().isBefore(now.plus(LONGEST))
                && (starts == null || !now.isBefore(starts.toInstant()));
    }

    private static Optional<AccessToken> token(JWTClaimsSet claims) {
        try {
            @Nullable String subject = claims.getStringClaim("sub");
            @Nullable String client = claims.getStringClaim("client_id");
            @Nullable String scope = claims.getStringClaim("scope");
            @Nullable String id = claims.getJWTID();
            @Nullable Date issuedAt = claims.getIssueTime();
            if (subject == null || client == null || id == null || issuedAt == null) {
                return Optional.empty();
            }
            if (!TokenId.isOne(id) || !CLIENT.matcher(client).matches()) {
                return Optional.empty();
            }
            IssuedToken issued = new IssuedToken(
                    id,
                    new ClientId(client),
                    TokenId.grant(id),
                    claims.getExpirationTime().toInstant());
            return Scopes.parse(scope == null ? "" : scope)
                    .map(scopes ->
                            new AccessToken(issued, subject, scopes, claims.getAudience(), issuedAt.toInstant()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
