package dev.rampart.http.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.shared.Secret;
import dev.rampart.http.page.SafeUrl;
import dev.rampart.http.playground.IdTokenCheck.Believed;
import dev.rampart.http.playground.IdTokenCheck.Doubted;
import dev.rampart.http.playground.IdTokenCheck.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class IdTokenCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final long SECOND = NOW.getEpochSecond();
    private static final Secret NONCE = Secret.of("n-0S6_WzA2Mj");
    private static final IssuerKeys KEYS = new IssuerKeys();

    private final IdTokenCheck check = new IdTokenCheck(
            new PlaygroundSettings(new Issuer("https://id.example"), "playground", "curl", "1", new SafeUrl("/docs")),
            InstantSource.fixed(NOW));

    @Test
    void believesATokenOfEitherAlgorithm() {
        assertThat(checked(KEYS.rs256(claims()))).isEqualTo(new Believed("ada"));
        assertThat(checked(KEYS.es256(claims()))).isEqualTo(new Believed("ada"));
    }

    @Test
    void believesAnAudienceInAList() {
        assertThat(checked(KEYS.rs256(with("aud", List.of("playground"))))).isEqualTo(new Believed("ada"));
    }

    @ParameterizedTest
    @MethodSource
    void doubtsAClaimThatDoesNotFit(String name, Object value, String word) {
        Verdict verdict = checked(KEYS.rs256(with(name, value)));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Doubted.class, doubted -> assertThat(doubted.why()).contains(word));
    }

    static Stream<Arguments> doubtsAClaimThatDoesNotFit() {
        return Stream.of(
                Arguments.of("iss", "https://id.example/o/acme", "iss"),
                Arguments.of("aud", "shop", "aud"),
                Arguments.of("aud", List.of("playground", "shop"), "aud"),
                Arguments.of("aud", List.of(), "aud"),
                Arguments.of("nonce", "another", "nonce"),
                Arguments.of("sub", "", "sub"),
                Arguments.of("exp", SECOND - 30, "expired"),
                Arguments.of("exp", "soon", "exp"),
                Arguments.of("iat", SECOND + 31, "future"));
    }

    @Test
    void toleratesAClockThatIsHalfAMinuteOff() {
        assertThat(checked(KEYS.rs256(with("exp", SECOND - 29)))).isEqualTo(new Believed("ada"));
        assertThat(checked(KEYS.rs256(with("iat", SECOND + 30)))).isEqualTo(new Believed("ada"));
    }

    @Test
    void doubtsATokenOfAnotherIssuersKey() {
        Verdict verdict = checked(new IssuerKeys().rs256(claims()));

        assertThat(verdict).isEqualTo(new Doubted("The signature of the ID token is wrong."));
    }

    @Test
    void doubtsATokenWhoseKeyIsNotPublished() {
        Verdict verdict = checked(KEYS.sign(Map.of("alg", "RS256", "kid", "old"), claims()));

        assertThat(verdict).isEqualTo(new Doubted("No published key has the kid of the ID token."));
    }

    @Test
    void doubtsATokenThatNamesAKeyOfAnotherAlgorithm() {
        Verdict verdict = checked(KEYS.sign(Map.of("alg", "RS256", "kid", "ec"), claims()));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Doubted.class, doubted -> assertThat(doubted.why()).contains("cannot be verified"));
    }

    @Test
    void doubtsWhatIsNoJwt() {
        assertThat(checked("opaque")).isEqualTo(new Doubted("The ID token is no JWT."));
    }

    private Verdict checked(String idToken) {
        return check.check(idToken, NONCE, KEYS.set());
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> claims = new HashMap<>(claims());
        claims.put(name, value);
        return claims;
    }

    private static Map<String, Object> claims() {
        return Map.of(
                "iss",
                "https://id.example",
                "aud",
                "playground",
                "sub",
                "ada",
                "nonce",
                NONCE.reveal(),
                "iat",
                SECOND - 1,
                "exp",
                SECOND + 300);
    }
}
