package dev.rampart.crypto.vault;

import dev.rampart.domain.key.Pseudonyms;
import dev.rampart.domain.shared.OrgId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Enciphers ids, each of which is one block of AES, under a key of the organization and the sector.
 *
 * <p>A block cipher is a permutation: there are no collisions, nothing has to be stored, and without the key what it
 * makes of one id in two sectors looks like two random numbers.
 */
public final class SectorPseudonyms implements Pseudonyms {

    private final EnvelopeVault vault;

    public SectorPseudonyms(EnvelopeVault vault) {
        this.vault = vault;
    }

    @Override
    public UUID of(OrgId org, String sector, UUID person) {
        return block(Cipher.ENCRYPT_MODE, vault.dataKey(org).ofSector(sector), person);
    }

    @Override
    public UUID person(OrgId org, String sector, UUID pseudonym) {
        return block(Cipher.DECRYPT_MODE, vault.dataKey(org).ofSector(sector), pseudonym);
    }

    private static UUID block(int mode, SecretKey key, UUID id) {
        ByteBuffer block = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        try {
            // A single block, so that there is nothing to chain.
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            ByteBuffer result = ByteBuffer.wrap(cipher.doFinal(block.array()));
            return new UUID(result.getLong(), result.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encipher an id", e);
        }
    }
}
