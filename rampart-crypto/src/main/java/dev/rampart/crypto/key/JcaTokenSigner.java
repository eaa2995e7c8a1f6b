package dev.rampart.crypto.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rampart.crypto.CryptoProvider;
import dev.rampart.domain.key.KeyId;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.key.TokenSigner;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;

/**
 * Signs and verifies with the JCA, and keeps what it needs for that ready.
 *
 * <p>A private key is opened through the {@link Vault} at its first use and forgotten {@link #IDLE} after its last.
 * Keys come into the caches by {@code put}, never by a loading function: the vault may ask the database, and a cache
 * that holds a lock meanwhile can wait forever for a connection whose owner waits for the cache.
 */
public final class JcaTokenSigner implements TokenSigner {

    /** How many private keys, and how many public ones, are kept ready at most. */
    static final int MAX_KEYS = 10_000;

    /** How long a key is kept ready after its last use. */
    static final Duration IDLE = Duration.ofMinutes(10);

    private final CryptoProvider provider;
    private final Vault vault;
    private final Cache<PrivateKeyName, PrivateKey> privateKeys;
    private final Cache<PublicKeyBytes, PublicKey> publicKeys;

    public JcaTokenSigner(CryptoProvider provider, Vault vault) {
        this(provider, vault, Ticker.systemTicker());
    }

    JcaTokenSigner(CryptoProvider provider, Vault vault, Ticker ticker) {
        this.provider = provider;
        this.vault = vault;
        this.privateKeys = cache(ticker);
        this.publicKeys = cache(ticker);
    }

    private static <K, V> Cache<K, V> cache(Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterAccess(IDLE)
                .ticker(ticker)
                .build();
    }

    @Override
    public byte[] sign(OrgId org, SigningKey key, byte[] input) {
        PrivateKey privateKey = privateKey(org, key);
        try {
            Signature signature =
                    provider.signature(JcaAlgorithm.of(key.algorithm()).signature());
            signature.initSign(privateKey);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with key " + key.id() + " of organization " + org, e);
        }
    }

    @Override
    public boolean verifies(SigningKey key, byte[] input, byte[] signature) {
        JcaAlgorithm algorithm = JcaAlgorithm.of(key.algorithm());
        if (signature.length != algorithm.signatureLength()) {
            return false;
        }
        PublicKey publicKey = publicKey(key);
        try {
            Signature verification = provider.signature(algorithm.signature());
            verification.initVerify(publicKey);
            verification.update(input);
            return isTrue(verification, signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify with key " + key.id(), e);
        }
    }

    /** Providers differ in whether a malformed signature, such as one of zeros, is false or an exception. */
    private static boolean isTrue(Signature verification, byte[] signature) {
        try {
            return verification.verify(signature);
        } catch (SignatureException e) {
            return false;
        }
    }

    private PrivateKey privateKey(OrgId org, SigningKey key) {
        PrivateKeyName name = new PrivateKeyName(org, key.id());
        PrivateKey ready = privateKeys.getIfPresent(name);
        if (ready != null) {
            return ready;
        }
        PrivateKey opened = openPrivateKey(org, key);
        privateKeys.put(name, opened);
        return opened;
    }

    private PrivateKey openPrivateKey(OrgId org, SigningKey key) {
        byte[] clear = vault.open(org, SigningKey.place(key.id()), key.sealedPrivateKey());
        try {
            return provider.keyFactory(JcaAlgorithm.of(key.algorithm()).key())
                    .generatePrivate(new PKCS8EncodedKeySpec(clear));
        } catch (GeneralSecurityException e) {
            // Without its cause, which may quote from what it could not read.
            throw new IllegalStateException("the private key " + key.id() + " is not one of " + key.algorithm());
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    private PublicKey publicKey(SigningKey key) {
        PublicKeyBytes bytes = new PublicKeyBytes(key.algorithm(), ByteBuffer.wrap(key.publicKey()));
        PublicKey ready = publicKeys.getIfPresent(bytes);
        if (ready != null) {
            return ready;
        }
        PublicKey read = readPublicKey(key);
        publicKeys.put(bytes, read);
        return read;
    }

    private PublicKey readPublicKey(SigningKey key) {
        try {
            return provider.keyFactory(JcaAlgorithm.of(key.algorithm()).key())
                    .generatePublic(new X509EncodedKeySpec(key.publicKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the public key " + key.id() + " is not one of " + key.algorithm(), e);
        }
    }

    private record PrivateKeyName(OrgId org, KeyId key) {}

    /** By the bytes, since key ids are an organization's own and no organization is named when verifying. */
    private record PublicKeyBytes(SigningAlgorithm algorithm, ByteBuffer bytes) {}
}
