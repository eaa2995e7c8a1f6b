package dev.rampart.oauth.testing;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;

import dev.rampart.domain.key.KeyId;
import dev.rampart.domain.key.KeyRing;
import dev.rampart.domain.key.KeyTimes;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.key.TokenSigner;
import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.OrgId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;

/** Two organizations' keys, made once, that sign as the JDK does. Private halves are not sealed. */
public final class TestKeys implements KeyRing, TokenSigner {

    public static final Issuer ROOT = new Issuer("https://id.example");
    public static final Tenant ACME_TENANT = new Tenant(ACME, new OrgSlug("acme"), ROOT.of(new OrgSlug("acme")));

    private static final Map<OrgId, List<SigningKey>> KEYS = Map.of(
            ACME, List.of(key("acme-rsa", SigningAlgorithm.RS256), key("acme-ec", SigningAlgorithm.ES256)),
            GLOBEX, List.of(key("globex-rsa", SigningAlgorithm.RS256), key("globex-ec", SigningAlgorithm.ES256)));

    @Override
    public SigningKey signing(OrgId org, SigningAlgorithm algorithm) {
        return published(org).stream()
                .filter(key -> key.algorithm() == algorithm)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void refresh(OrgId org) {}

    @Override
    public List<SigningKey> published(OrgId org) {
        return KEYS.getOrDefault(org, List.of());
    }

    @Override
    public byte[] sign(OrgId org, SigningKey key, byte[] input) {
        return sign(signatureOf(key), key, input);
    }

    /** Not as JOSE has it: an ES256 signature in DER. */
    public byte[] signInDer(SigningKey key, byte[] input) {
        return sign("SHA256withECDSA", key, input);
    }

    @Override
    public boolean verifies(SigningKey key, byte[] input, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(signatureOf(key));
            verification.initVerify(
                    KeyFactory.getInstance(family(key)).generatePublic(new X509EncodedKeySpec(key.publicKey())));
            verification.update(input);
            return verification.verify(signature);
        } catch (SignatureException e) {
            return false; // It has not even the shape of one.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify with " + key.id(), e);
        }
    }

    private static byte[] sign(String algorithm, SigningKey key, byte[] input) {
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(KeyFactory.getInstance(family(key))
                    .generatePrivate(new PKCS8EncodedKeySpec(key.sealedPrivateKey())));
            signing.update(input);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + key.id(), e);
        }
    }

    private static SigningKey key(String id, SigningAlgorithm algorithm) {
        try {
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(algorithm == SigningAlgorithm.RS256 ? "RSA" : "EC");
            generator.initialize(algorithm == SigningAlgorithm.RS256 ? 2048 : 256);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(
                    new KeyId(id),
                    algorithm,
                    pair.getPublic().getEncoded(),
                    pair.getPrivate().getEncoded(),
                    KeyTimes.activeFrom(NOW));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make " + id, e);
        }
    }

    private static String family(SigningKey key) {
        return key.algorithm() == SigningAlgorithm.RS256 ? "RSA" : "EC";
    }

    private static String signatureOf(SigningKey key) {
        return key.algorithm() == SigningAlgorithm.RS256 ? "SHA256withRSA" : "SHA256withECDSAinP1363Format";
    }
}
