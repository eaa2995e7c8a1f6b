package dev.rampart.http.playground;

import dev.rampart.domain.shared.Secret;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks an ID token as every application must (OIDC Core §3.1.3.7). */
public final class IdTokenCheck {

    /** By how much the clocks of two machines may differ. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private final PlaygroundSettings settings;
    private final InstantSource clock;

    @Inject
    public IdTokenCheck(PlaygroundSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether to believe an ID token. */
    sealed interface Verdict {}

    /** Signed by the issuer, for us, just now. */
    record Believed(String subject) implements Verdict {}

    /** Not to be believed, and why. */
    record Doubted(String why) implements Verdict {}

    /** @param keySet what the issuer publishes at {@code /.well-known/jwks.json} */
    Verdict check(String idToken, Secret nonce, JsonNode keySet) {
        Optional<SignedToken> token = SignedToken.parse(idToken);
        if (token.isEmpty()) {
            return new Doubted("The ID token is no JWT.");
        }
        JsonNode claims = token.get().claims();
        return problemOfSignature(token.get(), keySet)
                .or(() -> problemOfClaims(claims, nonce))
                .<Verdict>map(Doubted::new)
                .orElseGet(() -> new Believed(claims.path("sub").stringValue("")));
    }

    private static Optional<String> problemOfSignature(SignedToken token, JsonNode keySet) {
        Optional<Jwk> key = keySet.path("keys")
                .valueStream()
                .map(Jwk::new)
                .filter(candidate -> candidate.isCalled(token.keyId()))
                .findFirst();
        if (key.isEmpty()) {
            return Optional.of("No published key has the kid of the ID token.");
        }
        try {
            return token.isSignedBy(key.get())
                    ? Optional.empty()
                    : Optional.of("The signature of the ID token is wrong.");
        } catch (GeneralSecurityException e) {
            return Optional.of("The signature of the ID token cannot be verified: " + e.getMessage() + ".");
        }
    }

    private Optional<String> problemOfClaims(JsonNode claims, Secret nonce) {
        if (!text(claims, "iss").equals(settings.issuer().value())) {
            return Optional.of("The iss of the ID token is another issuer.");
        }
        if (!isForUs(claims)) {
            return Optional.of("The aud of the ID token is not this client alone.");
        }
        if (!Secret.of(text(claims, "nonce")).equals(nonce)) {
            return Optional.of("The nonce of the ID token is another one.");
        }
        if (text(claims, "sub").isEmpty()) {
            return Optional.of("The ID token has no sub.");
        }
        return problemOfTimes(claims);
    }

    private Optional<String> problemOfTimes(JsonNode claims) {
        Instant now = clock.instant();
        if (!claims.path("exp").canConvertToLong() || !claims.path("iat").canConvertToLong()) {
            return Optional.of("The ID token lacks exp or iat.");
        }
        if (claims.path("exp").longValue() <= now.minus(LEEWAY).getEpochSecond()) {
            return Optional.of("The ID token has expired.");
        }
        return claims.path("iat").longValue() > now.plus(LEEWAY).getEpochSecond()
                ? Optional.of("The ID token is from the future.")
                : Optional.empty();
    }

    /** We trust no other audience, so there may be none. */
    private boolean isForUs(JsonNode claims) {
        JsonNode aud = claims.path("aud");
        List<String> audiences = (aud.isArray() ? aud.valueStream() : Stream.of(aud))
                .map(audience -> audience.stringValue(""))
                .toList();
        return audiences.equals(List.of(settings.clientId()));
    }

    private static String text(JsonNode claims, String name) {
        return claims.path(name).stringValue("");
    }
}
