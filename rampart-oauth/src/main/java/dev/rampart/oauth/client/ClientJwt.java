package dev.rampart.oauth.client;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rampart.domain.client.ClientAlgorithm;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JWT that a client has signed, or says so: nothing of it is believed before {@link ClientKeyRing} has looked at it.
 */
public record ClientJwt(SignedJWT token, JWTClaimsSet claims, ClientAlgorithm algorithm) {

    /** Longer ones are not looked at, in characters. */
    static final int LENGTH_MAX = 16 * 1024;

    /** Unsigned, encrypted, with an algorithm that we do not take or with {@code crit}: nothing (RFC 8725 §3.1). */
    public static Optional<ClientJwt> parse(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            Optional<ClientAlgorithm> algorithm = algorithm(token.getHeader());
            @Nullable JWTClaimsSet claims = token.getJWTClaimsSet();
            if (claims == null || token.getHeader().getCriticalParams() != null) {
                return Optional.empty();
            }
            return algorithm.map(known -> new ClientJwt(token, claims, known));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** A kind of JWT says so in its header; older clients say "JWT" or nothing (RFC 8725 §3.11). */
    public boolean isOfType(String type) {
        return token.getHeader().getType() == null
                || token.getHeader().getType().getType().equalsIgnoreCase("JWT")
                || token.getHeader()
                        .getType()
                        .getType()
                        .toLowerCase(Locale.ROOT)
                        .equals(type);
    }

    String keyId() {
        @Nullable String keyId = token.getHeader().getKeyID();
        return keyId == null ? "" : keyId;
    }

    /** A text among the claims; empty if there is none. */
    public String text(String name) {
        return claims.getClaim(name) instanceof String value ? value : "";
    }

    /** When it ends, begins or was made. */
    public Optional<Date> time(String name) {
        return claims.getClaim(name) instanceof Date value ? Optional.of(value) : Optional.empty();
    }

    private static Optional<ClientAlgorithm> algorithm(JWSHeader header) {
        return Arrays.stream(ClientAlgorithm.values())
                .filter(value -> value.name().equals(header.getAlgorithm().getName()))
                .findFirst();
    }
}
