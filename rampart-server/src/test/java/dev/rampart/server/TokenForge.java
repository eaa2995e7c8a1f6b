package dev.rampart.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rampart.domain.key.KeyId;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.shared.OrgId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs whatever it is given: with the keys of one organization, which it has taken from the vault, or with keys of its
 * own. So a token can be wrong in one thing alone.
 */
final class TokenForge {

    /** A key and what it signs with, by the name that the JDK has for it. */
    record Stolen(String kid, String jose, String jdk, PrivateKey secret, PublicKey open) {

        byte[] sign(byte[] input) {
            try {
                Signature signature = Signature.getInstance(jdk);
                signature.initSign(secret);
                signature.update(input);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot sign with " + kid, e);
            }
        }

        /** The same key, made to sign in another way. */
        Stolen by(String otherJose, String otherJdk) {
            return new Stolen(kid, otherJose, otherJdk, secret, open);
        }

        /** The public half, as a key set shows it. */
        String jwk() {
            return switch (open) {
                case RSAPublicKey rsa ->
                    "{\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"AQAB\"}"
                            .formatted(kid, part(unsigned(rsa.getModulus().toByteArray())));
                case ECPublicKey ec ->
                    "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
                            .formatted(
                                    kid,
                                    part(unsigned(ec.getW().getAffineX().toByteArray())),
                                    part(unsigned(ec.getW().getAffineY().toByteArray())));
                default -> throw new IllegalStateException("what is " + open.getAlgorithm());
            };
        }
    }

    private final Stolen rsa;
    private final Stolen ec;

    private TokenForge(Stolen rsa, Stolen ec) {
        this.rsa = rsa;
        this.ec = ec;
    }

    /** With the keys that sign for that organization now. */
    static TokenForge of(TestServer server, OrgSlug slug) {
        OrgId org = server.org(slug);
        server.component.vault().prepare(org);
        return new TokenForge(stolen(server, org, SigningAlgorithm.RS256), stolen(server, org, SigningAlgorithm.ES256));
    }

    /** With keys that nobody knows but whoever attacks. */
    static TokenForge ofNobody() {
        KeyPair rsa = pair("RSA", 2048);
        KeyPair ec = pair("EC", 256);
        return new TokenForge(
                new Stolen("mine", "RS256", "SHA256withRSA", rsa.getPrivate(), rsa.getPublic()),
                new Stolen("mine", "ES256", "SHA256withECDSAinP1363Format", ec.getPrivate(), ec.getPublic()));
    }

    Stolen rsa() {
        return rsa;
    }

    Stolen ec() {
        return ec;
    }

    List<Stolen> both() {
        return List.of(rsa, ec);
    }

    /** The one of ours with that name; our EC key for any other. */
    Stolen named(String kid) {
        return rsa.kid().equals(kid) ? rsa : ec;
    }

    static String signed(Stolen key, String header, String payload) {
        String input = part(header) + "." + part(payload);
        return input + "." + part(key.sign(input.getBytes(UTF_8)));
    }

    static String authenticated(String jdk, byte[] secret, String input) {
        try {
            Mac mac = Mac.getInstance(jdk);
            mac.init(new SecretKeySpec(secret, jdk));
            return input + "." + part(mac.doFinal(input.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute a MAC", e);
        }
    }

    static String part(String text) {
        return part(text.getBytes(UTF_8));
    }

    static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] bytes(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    /** Of 32 bytes for a P-256 coordinate, and no sign in front of a modulus. */
    static byte[] unsigned(byte[] number) {
        int length = number.length > 64 ? 256 : 32;
        byte[] unsigned = new byte[length];
        int copied = Math.min(length, number.length);
        System.arraycopy(number, number.length - copied, unsigned, length - copied, copied);
        return unsigned;
    }

    private static Stolen stolen(TestServer server, OrgId org, SigningAlgorithm algorithm) {
        SigningKey key = server.component.keyRing().signing(org, algorithm);
        KeyId id = key.id();
        byte[] clear = server.component.vault().open(org, SigningKey.place(id), key.sealedPrivateKey());
        String family = algorithm == SigningAlgorithm.RS256 ? "RSA" : "EC";
        String jdk = algorithm == SigningAlgorithm.RS256 ? "SHA256withRSA" : "SHA256withECDSAinP1363Format";
        try {
            KeyFactory factory = KeyFactory.getInstance(family);
            return new Stolen(
                    id.value(),
                    algorithm.name(),
                    jdk,
                    factory.generatePrivate(new PKCS8EncodedKeySpec(clear)),
                    factory.generatePublic(new X509EncodedKeySpec(key.publicKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read " + id, e);
        }
    }

    private static KeyPair pair(String family, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key", e);
        }
    }
}
