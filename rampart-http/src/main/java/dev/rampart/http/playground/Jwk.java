package dev.rampart.http.playground;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** A public key as a server publishes it (RFC 7517, RFC 7518 §6), for {@code RS256} or {@code ES256}. */
record Jwk(JsonNode members) {

    private static final int MINIMAL_RSA_BITS = 2048;

    /** Whether it is the one of that name. */
    boolean isCalled(String kid) {
        return members.path("kid").stringValue("").equals(kid);
    }

    /** Throws if it is of another type than the algorithm needs, or is none at all. */
    PublicKey rsa() throws GeneralSecurityException {
        demand("kty", "RSA");
        BigInteger modulus = number("n");
        if (modulus.bitLength() < MINIMAL_RSA_BITS) {
            throw new GeneralSecurityException("an RSA key of fewer than 2048 bits (RFC 7518 §3.3)");
        }
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, number("e")));
    }

    /** Throws if it is of another type than the algorithm needs, or is none at all. */
    PublicKey p256() throws GeneralSecurityException {
        demand("kty", "EC");
        demand("crv", "P-256");
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number("x"), number("y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private void demand(String member, String value) throws GeneralSecurityException {
        if (!members.path(member).stringValue("").equals(value)) {
            throw new GeneralSecurityException("a key whose %s is not %s".formatted(member, value));
        }
    }

    private BigInteger number(String member) throws GeneralSecurityException {
        try {
            return new BigInteger(
                    1, Base64.getUrlDecoder().decode(members.path(member).stringValue("")));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("a key whose %s is no number".formatted(member), e);
        }
    }
}
