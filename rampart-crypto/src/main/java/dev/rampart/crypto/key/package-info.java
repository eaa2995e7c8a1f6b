/**
 * Making the key pairs of organizations, and signing with them.
 *
 * <ol>
 *   <li>{@link dev.rampart.crypto.key.JcaKeyMaker} makes a pair; the use case seals its private half in the vault.
 *   <li>{@link dev.rampart.crypto.key.JcaTokenSigner} opens the private half at its first use, and keeps the key object
 *       until it has lain idle for a while.
 * </ol>
 *
 * <p>Easy to get wrong: a JWS carries an ES256 signature as R and S side by side (RFC 7518 §3.4), not as DER.
 */
@NullMarked
package dev.rampart.crypto.key;

import org.jspecify.annotations.NullMarked;
