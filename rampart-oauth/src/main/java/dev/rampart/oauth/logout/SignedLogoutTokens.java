package dev.rampart.oauth.logout;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.logout.LogoutNotice;
import dev.rampart.domain.logout.LogoutTokens;
import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.OrganizationsById;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.oauth.SubjectIdentifiers;
import dev.rampart.oauth.jose.JsonWebTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;

/** Writes logout tokens (OIDC Back-Channel Logout §2.4): signed like ID tokens, and not to be taken for one. */
public final class SignedLogoutTokens implements LogoutTokens {

    /** §2.4: "at most two minutes in the future". */
    static final Duration LIFETIME = Duration.ofMinutes(2);

    private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");

    /** The event's name, with nothing more to say of it. */
    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    private final JsonWebTokens tokens;
    private final SubjectIdentifiers subjects;
    private final OrganizationsById organizations;
    private final Issuer issuer;
    private final InstantSource clock;

    /** {@code issuer} is the server's own, from which those of organizations follow. */
    public SignedLogoutTokens(
            JsonWebTokens tokens,
            SubjectIdentifiers subjects,
            OrganizationsById organizations,
            Issuer issuer,
            InstantSource clock) {
        this.tokens = tokens;
        this.subjects = subjects;
        this.organizations = organizations;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public String write(OrgId org, Client client, LogoutNotice notice) {
        Organization organization = organizations
                .find(org)
                .orElseThrow(() -> new IllegalStateException("cannot write a token of an organization that is gone"));
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer.of(organization.slug()).value())
                .audience(client.id().value())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(id(notice))
                .subject(subjects.of(org, client, notice.user()))
                .claim("sid", notice.session().toString())
                .claim("events", EVENTS)
                .build();
        return tokens.sign(org, client.idTokenAlgorithm(), TYPE, claims);
    }

    /** The same whenever the same is told, and no other: there is one notice of a session to an application. */
    private static String id(LogoutNotice notice) {
        return Sha256.of((notice.session() + " " + notice.client().value()).getBytes(UTF_8))
                .hex();
    }
}
