package dev.rampart.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.shared.HttpsUri;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeOutbound;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class FetchedJwksTest {

    private static final String URI = "https://rp.example/keys";
    private static final FetchedJwks.Place PLACE =
            new FetchedJwks.Place(new OrgId(new UUID(0, 1)), new ClientId("rp"), new HttpsUri(URI));

    private final FakeOutbound outside = new FakeOutbound();
    private final FakeClock clock = new FakeClock();
    private final FetchedJwks fetched = new FetchedJwks(outside, clock);

    @Test
    void keepsASetForAWhile() throws JOSEException {
        publish("one");

        assertThat(names(fetched.atHand(PLACE))).containsExactly("one");
        assertThat(names(fetched.atHand(PLACE))).containsExactly("one");
        assertThat(outside.calls()).hasSize(1);
        clock.advance(FetchedJwks.KEPT);
        publish("two");
        assertThat(names(fetched.atHand(PLACE))).containsExactly("two");
    }

    @Test
    void looksAgainWhenItIsToldToButNotAllTheTime() throws JOSEException {
        publish("one");
        assertThat(names(fetched.atHand(PLACE))).containsExactly("one");
        publish("two");
        assertThat(names(fetched.afresh(PLACE))).containsExactly("two");
        publish("three");

        assertThat(names(fetched.afresh(PLACE))).containsExactly("two");
        assertThat(outside.calls()).hasSize(2);
        clock.advance(FetchedJwks.QUIET);
        assertThat(names(fetched.afresh(PLACE))).containsExactly("three");
    }

    @Test
    void hasNoKeysWhereNoneCanBeHad() throws JOSEException {
        assertThat(fetched.atHand(PLACE).keys()).isEmpty();
        assertThat(fetched.afresh(PLACE).keys()).isEmpty();
        assertThat(outside.calls()).hasSize(1);
        publish("one");
        clock.advance(FetchedJwks.QUIET);

        assertThat(names(fetched.atHand(PLACE))).containsExactly("one");
        outside.put(URI, "no JSON");
        clock.advance(FetchedJwks.KEPT);
        assertThat(fetched.atHand(PLACE).keys()).isEmpty();
    }

    @Test
    void acceptsPublicKeysOfGoodLengthOnly() throws JOSEException {
        JWK curve = new ECKeyGenerator(Curve.P_256).generate();
        JWK rsa = new RSAKeyGenerator(2048).generate();
        JWK weak = new RSAKeyGenerator(1024, true).generate();
        JWK shared = new OctetSequenceKeyGenerator(256).generate();

        assertThat(ClientJwks.isAcceptable(publicSet(curve, rsa))).isTrue();
        assertThat(ClientJwks.isAcceptable(new JWKSet(curve).toString(false))).isFalse();
        assertThat(ClientJwks.isAcceptable(new JWKSet(List.of(curve.toPublicJWK(), shared)).toString(false)))
                .isFalse();
        assertThat(ClientJwks.isAcceptable(publicSet(rsa, weak))).isFalse();
        assertThat(ClientJwks.isAcceptable(publicSet())).isFalse();
        assertThat(ClientJwks.isAcceptable("{\"keys\":{}}")).isFalse();
        assertThat(ClientJwks.parse(new JWKSet(List.of(curve, rsa.toPublicJWK(), weak.toPublicJWK())).toString(false)))
                .hasValueSatisfying(keys -> assertThat(keys.keys()).containsExactly(rsa.toPublicJWK()));
    }

    private void publish(String name) throws JOSEException {
        outside.put(URI, publicSet(new ECKeyGenerator(Curve.P_256).keyID(name).generate()));
    }

    private static String publicSet(JWK... keys) {
        return new JWKSet(List.of(keys)).toString(true);
    }

    private static List<String> names(ClientJwks keys) {
        return keys.keys().stream().map(JWK::getKeyID).toList();
    }
}
