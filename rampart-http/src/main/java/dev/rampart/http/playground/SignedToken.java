package dev.rampart.http.playground;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JWT taken apart (RFC 7515 §7.1), not yet believed.
 *
 * @param signed what the signature is about
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only verified.
record SignedToken(JsonNode header, JsonNode claims, byte[] signed, byte[] signature) {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int PARTS = 3;

    /** Nothing if it is no JWT. */
    static Optional<SignedToken> parse(String compact) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            byte[] signed = (parts[0] + "." + parts[1]).getBytes(US_ASCII);
            SignedToken token = new SignedToken(json(parts[0]), json(parts[1]), signed, decode(parts[2]));
            return token.header.isObject() && token.claims.isObject() ? Optional.of(token) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty(); // Neither base64url nor JSON is said to be anything else than "no JWT".
        }
    }

    String algorithm() {
        return header.path("alg").stringValue("");
    }

    String keyId() {
        return header.path("kid").stringValue("");
    }

    /**
     * Whether that key signed it. The key decides which algorithms are possible, not the token: an {@code alg} of
     * {@code none} or {@code HS256} is simply unknown here (RFC 8725 §3.1). Throws if the key does not fit.
     */
    boolean isSignedBy(Jwk key) throws GeneralSecurityException {
        return switch (algorithm()) {
            case "RS256" -> verifies("SHA256withRSA", key.rsa());
            case "ES256" -> verifies("SHA256withECDSAinP1363Format", key.p256());
            default -> throw new GeneralSecurityException("an algorithm other than RS256 and ES256");
        };
    }

    private boolean verifies(String name, PublicKey key) throws GeneralSecurityException {
        Signature verification = Signature.getInstance(name);
        verification.initVerify(key);
        verification.update(signed);
        return verification.verify(signature);
    }

    private static JsonNode json(String part) {
        return MAPPER.readTree(decode(part));
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    /** There is a token in it. */
    @Override
    public String toString() {
        return "SignedToken[alg=%s, kid=%s]".formatted(algorithm(), keyId());
    }
}
