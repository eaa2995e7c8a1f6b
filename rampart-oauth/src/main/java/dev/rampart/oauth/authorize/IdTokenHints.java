package dev.rampart.oauth.authorize;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.user.UserId;
import dev.rampart.oauth.jose.JsonWebTokens;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads ID tokens that come back as hints. An expired one will do (OIDC Core §3.1.2.1, RP-Initiated Logout §2); one
 * that this issuer has not signed will not.
 */
public final class IdTokenHints {

    private final JsonWebTokens tokens;

    public IdTokenHints(JsonWebTokens tokens) {
        this.tokens = tokens;
    }

    public Optional<IdTokenHint> read(Tenant tenant, String text) {
        return tokens.read(tenant.id(), JOSEObjectType.JWT, text)
                .filter(claims -> tenant.issuer().value().equals(claims.getIssuer()))
                .flatMap(IdTokenHints::hint);
    }

    private static Optional<IdTokenHint> hint(JWTClaimsSet claims) {
        try {
            @Nullable String subject = claims.getSubject();
            if (subject == null || claims.getAudience().size() != 1) {
                return Optional.empty();
            }
            return Optional.of(new IdTokenHint(
                    new ClientId(claims.getAudience().getFirst()),
                    new UserId(UUID.fromString(subject)),
                    Optional.ofNullable(claims.getStringClaim("sid"))));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
