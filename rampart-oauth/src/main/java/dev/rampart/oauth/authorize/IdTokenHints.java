package dev.rampart.oauth.authorize;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.rampart.domain.client.ClientDirectory;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.oauth.SubjectIdentifiers;
import dev.rampart.oauth.jose.JsonWebTokens;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads ID tokens that come back as hints. An expired one will do (OIDC Core §3.1.2.1, RP-Initiated Logout §2); one
 * that this issuer has not signed will not.
 */
public final class IdTokenHints {

    private final JsonWebTokens tokens;
    private final ClientDirectory clients;
    private final SubjectIdentifiers subjects;

    public IdTokenHints(JsonWebTokens tokens, ClientDirectory clients, SubjectIdentifiers subjects) {
        this.clients = clients;
        this.subjects = subjects;
        this.tokens = tokens;
    }

    public Optional<IdTokenHint> read(Tenant tenant, String text) {
        return tokens.read(tenant.id(), JOSEObjectType.JWT, text)
                .filter(claims -> tenant.issuer().value().equals(claims.getIssuer()))
                .flatMap(claims -> hint(tenant, claims));
    }

    private Optional<IdTokenHint> hint(Tenant tenant, JWTClaimsSet claims) {
        try {
            @Nullable String subject = claims.getSubject();
            if (subject == null || claims.getAudience().size() != 1) {
                return Optional.empty();
            }
            Optional<String> session = Optional.ofNullable(claims.getStringClaim("sid"));
            return clients.find(tenant.id(), new ClientId(claims.getAudience().getFirst()))
                    .flatMap(client -> subjects.read(tenant.id(), client, subject)
                            .map(user -> new IdTokenHint(client.id(), user, session)));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
