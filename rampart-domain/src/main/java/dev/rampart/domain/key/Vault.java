package dev.rampart.domain.key;

import dev.rampart.domain.shared.OrgId;
import java.util.Optional;

/**
 * Seals secrets at rest under a key of their organization's, which is itself sealed under the server's.
 *
 * <p>What was sealed for one organization or {@link Place} opens for no other. All methods but {@link #newDataKey}
 * throw {@link IllegalStateException} for an organization without a data key, or one sealed under a key that the server
 * was not given.
 */
public interface Vault {

    /** Has the organization's key at hand from now on, so that nobody has to wait for it while holding a connection. */
    void prepare(OrgId org);

    byte[] seal(OrgId org, Place place, byte[] clear);

    /** Throws {@link IllegalStateException} if these bytes were not sealed for that organization and place. */
    byte[] open(OrgId org, Place place, byte[] sealed);

    /** An HMAC-SHA256 over {@code message} with a key that is kept for the audit log alone. */
    byte[] auditMac(OrgId org, byte[] message);

    /** Makes the key of a person who has none. It must be stored with them. */
    PersonalKey newPersonalKey(OrgId org, String user);

    /** Seals what lies in {@code org}, under the key of a person of that or another organization. */
    byte[] sealPersonal(PersonalKey key, OrgId org, Place place, byte[] clear);

    /** Nothing if these bytes were not sealed under that key for that organization and place. */
    Optional<byte[]> openPersonal(PersonalKey key, OrgId org, Place place, byte[] sealed);

    /** Makes the data key of a new organization. It is in use from now on, and must be stored with it. */
    SealedDataKey newDataKey(OrgId org);

    /** Where a secret lies: its table, column and row. */
    record Place(String table, String column, String row) {}
}
