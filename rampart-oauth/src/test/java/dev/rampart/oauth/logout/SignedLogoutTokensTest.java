package dev.rampart.oauth.logout;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.SESSION;
import static dev.rampart.domain.testing.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.logout.LogoutNotice;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakePseudonyms;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.oauth.SubjectIdentifiers;
import dev.rampart.oauth.jose.JsonWebTokens;
import dev.rampart.oauth.testing.TestKeys;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SignedLogoutTokensTest {

    private final TestKeys keys = new TestKeys();
    private final JsonWebTokens jose = new JsonWebTokens(keys, keys);
    private final FakeClock clock = new FakeClock();
    private final SignedLogoutTokens tokens = new SignedLogoutTokens(
            jose,
            new SubjectIdentifiers(new FakePseudonyms()),
            id -> Optional.of(new Organization(id, new OrgSlug("acme"), "Acme", true, 1)),
            TestKeys.ROOT,
            clock);

    @Test
    void saysWhoIsOutOfWhichSessionAndNoMore() {
        JWTClaimsSet claims = read(write(SHOP));

        assertThat(claims.getClaims())
                .containsOnlyKeys("iss", "aud", "iat", "exp", "jti", "sub", "sid", "events")
                .containsEntry("iss", "https://id.example/o/acme")
                .containsEntry("aud", List.of("shop"))
                .containsEntry("iat", Date.from(NOW))
                .containsEntry("exp", Date.from(NOW.plus(Duration.ofMinutes(2))))
                .containsEntry("sub", ADA.toString())
                .containsEntry("sid", SESSION.toString())
                .containsEntry("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    @Test
    void isNoIdToken() throws ParseException {
        SignedJWT token = SignedJWT.parse(write(SHOP));

        assertThat(token.getHeader().getType()).isEqualTo(new JOSEObjectType("logout+jwt"));
        assertThat(jose.read(ACME, JOSEObjectType.JWT, token.serialize())).isEmpty();
    }

    @Test
    void hasTheSameNameWheneverTheSameIsToldAndNoOther() {
        String first = read(write(SHOP)).getJWTID();
        clock.advance(Duration.ofMinutes(1));

        assertThat(read(write(SHOP)).getJWTID()).isEqualTo(first);
        assertThat(read(write(new ClientId("blog"))).getJWTID()).isNotEqualTo(first);
    }

    private String write(ClientId client) {
        LogoutNotice notice = new LogoutNotice(SESSION, client, ADA, NOW);
        return tokens.write(ACME, SampleClient.shop().id(client.value()).build(), notice);
    }

    private JWTClaimsSet read(String token) {
        return jose.read(ACME, new JOSEObjectType("logout+jwt"), token).orElseThrow();
    }
}
