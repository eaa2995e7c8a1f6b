/**
 * The ports of the domain that hash, seal, sign and verify: argon2-jvm and the JCA, nothing else.
 *
 * <p>Each capability has its own package. What they share is {@link dev.rampart.crypto.CryptoProvider}, which says
 * whose code signs.
 */
@NullMarked
package dev.rampart.crypto;

import org.jspecify.annotations.NullMarked;
