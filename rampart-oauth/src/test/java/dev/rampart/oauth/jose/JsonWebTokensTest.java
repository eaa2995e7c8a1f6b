package dev.rampart.oauth.jose;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.oauth.testing.TestKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonWebTokensTest {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final Map<String, String> FORGED = ForgedTokens.all();

    private final TestKeys keys = new TestKeys();
    private final JsonWebTokens tokens = new JsonWebTokens(keys, keys);
    private final JWTClaimsSet claims =
            new JWTClaimsSet.Builder().subject("ada").build();

    static List<String> forgeries() {
        return List.copyOf(FORGED.keySet());
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void takesNoForgery(String name) {
        assertThat(tokens.read(
                        ACME,
                        ACCESS_TOKEN,
                        Optional.ofNullable(FORGED.get(name)).orElseThrow()))
                .isEmpty();
    }

    /** Without which the forgeries would be refused for reasons of their own. */
    @Test
    void takesWhatTheForgeriesAreMadeFrom() {
        assertThat(tokens.read(ACME, ACCESS_TOKEN, ForgedTokens.good()).map(JWTClaimsSet::getSubject))
                .contains("ada");
        assertThat(FORGED).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItHasSigned(SigningAlgorithm algorithm) {
        String token = tokens.sign(ACME, algorithm, ACCESS_TOKEN, claims);

        assertThat(tokens.read(ACME, ACCESS_TOKEN, token)).contains(claims);
    }

    @ParameterizedTest
    @EnumSource
    void takesNoTokenOfAnotherOrganization(SigningAlgorithm algorithm) {
        String token = tokens.sign(GLOBEX, algorithm, ACCESS_TOKEN, claims);

        assertThat(tokens.read(ACME, ACCESS_TOKEN, token)).isEmpty();
        assertThat(tokens.read(GLOBEX, ACCESS_TOKEN, token)).isPresent();
    }

    @Test
    void keepsAccessTokensAndIdTokensApart() {
        String idToken = tokens.sign(ACME, SigningAlgorithm.RS256, JOSEObjectType.JWT, claims);
        String accessToken = tokens.sign(ACME, SigningAlgorithm.RS256, ACCESS_TOKEN, claims);

        assertThat(tokens.read(ACME, ACCESS_TOKEN, idToken)).isEmpty();
        assertThat(tokens.read(ACME, JOSEObjectType.JWT, accessToken)).isEmpty();
    }
}
