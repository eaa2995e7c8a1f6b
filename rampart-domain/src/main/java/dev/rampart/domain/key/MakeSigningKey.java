package dev.rampart.domain.key;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;

/** Makes a key pair for an organization, and seals its private half. Writes nothing. */
public final class MakeSigningKey {

    private static final int ID_LENGTH = 16;

    private final KeyMaker maker;
    private final Vault vault;

    public MakeSigningKey(KeyMaker maker, Vault vault) {
        this.maker = maker;
        this.vault = vault;
    }

    /**
     * Takes up to a second for an RSA key. Its name is a digest of its public half, so that it can be recognised
     * without the database.
     */
    public SigningKey make(OrgId org, SigningAlgorithm algorithm, KeyTimes times) {
        NewKey key = maker.make(algorithm);
        KeyId id = new KeyId(Sha256.of(key.publicKey()).hex().substring(0, ID_LENGTH));
        return new SigningKey(
                id, algorithm, key.publicKey(), vault.seal(org, SigningKey.place(id), key.privateKey()), times);
    }
}
