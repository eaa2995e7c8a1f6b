package dev.rampart.domain.key;

import java.time.Instant;

/**
 * A key pair that an organization signs with.
 *
 * @param publicKey DER, as X.509 SubjectPublicKeyInfo
 * @param sealedPrivateKey PKCS #8, sealed by the {@link Vault} at {@link #place}
 */
@SuppressWarnings("ArrayRecordComponent") // Two keys are the same if their ids are.
public record SigningKey(
        KeyId id, SigningAlgorithm algorithm, byte[] publicKey, byte[] sealedPrivateKey, KeyTimes times) {

    /** Where a private key of that name is kept, so that it cannot be opened as anything else. */
    public static Vault.Place place(KeyId id) {
        return new Vault.Place("signing_key", "private_key", id.value());
    }

    public KeyTimes.State state(Instant now) {
        return times.at(now);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKey that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
