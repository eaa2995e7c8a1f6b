/**
 * Sealing secrets at rest, in layers.
 *
 * <ol>
 *   <li>The operator gives the server a {@link dev.rampart.crypto.vault.KeyEncryptionKey}, which never reaches the
 *       database.
 *   <li>Each organization has a data key of 32 random bytes. Sealed under the key-encryption key it lies in the
 *       database.
 *   <li>Two keys are derived from the data key (HKDF, RFC 5869): one seals secrets, the other authenticates the audit
 *       log.
 *   <li>Each person has a key, too, sealed under the data key in their row. What the audit log says of them is sealed
 *       with it, and cannot be read any more once their row is gone.
 * </ol>
 *
 * <p>So a new key-encryption key means sealing the data keys anew, not the secrets; and an organization whose data key
 * is destroyed is unreadable, in backups too. Everything sealed is bound to the place it lies at: bytes that are moved
 * to another row do not open.
 */
@NullMarked
package dev.rampart.crypto.vault;

import org.jspecify.annotations.NullMarked;
