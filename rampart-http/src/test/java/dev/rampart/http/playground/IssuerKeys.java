package dev.rampart.http.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An issuer's two keys, {@code rsa} and {@code ec}, and what it does with them. */
final class IssuerKeys {

    private static final int P256_BYTES = 32;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final KeyPair rsa;
    private final KeyPair ec;

    IssuerKeys() {
        try {
            KeyPairGenerator rsaKeys = KeyPairGenerator.getInstance("RSA");
            rsaKeys.initialize(2048);
            this.rsa = rsaKeys.generateKeyPair();
            KeyPairGenerator ecKeys = KeyPairGenerator.getInstance("EC");
            ecKeys.initialize(new ECGenParameterSpec("secp256r1"));
            this.ec = ecKeys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has RSA and EC", e);
        }
    }

    JsonNode set() {
        RSAPublicKey rsaKey = (RSAPublicKey) rsa.getPublic();
        ECPublicKey ecKey = (ECPublicKey) ec.getPublic();
        return MAPPER.valueToTree(Map.of(
                "keys",
                List.of(
                        Map.of(
                                "kid",
                                "rsa",
                                "kty",
                                "RSA",
                                "n",
                                base64(rsaKey.getModulus().toByteArray()),
                                "e",
                                base64(rsaKey.getPublicExponent().toByteArray())),
                        Map.of(
                                "kid", "ec",
                                "kty", "EC",
                                "crv", "P-256",
                                "x", base64(fixed(ecKey.getW().getAffineX())),
                                "y", base64(fixed(ecKey.getW().getAffineY()))))));
    }

    String rs256(Map<String, ?> claims) {
        return sign(Map.of("alg", "RS256", "kid", "rsa"), claims);
    }

    String es256(Map<String, ?> claims) {
        return sign(Map.of("alg", "ES256", "kid", "ec"), claims);
    }

    /** With the key that fits the algorithm, whatever the header says of it. */
    String sign(Map<String, ?> header, Map<String, ?> claims) {
        String signed = part(header) + "." + part(claims);
        boolean isEc = "ES256".equals(header.get("alg"));
        try {
            Signature signature = Signature.getInstance(isEc ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initSign((isEc ? ec : rsa).getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform signs", e);
        }
    }

    private static String part(Map<String, ?> json) {
        return base64(MAPPER.writeValueAsString(json).getBytes(UTF_8));
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = new byte[P256_BYTES];
        byte[] shortest = number.toByteArray();
        int length = Math.min(shortest.length, P256_BYTES);
        System.arraycopy(shortest, shortest.length - length, bytes, P256_BYTES - length, length);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
