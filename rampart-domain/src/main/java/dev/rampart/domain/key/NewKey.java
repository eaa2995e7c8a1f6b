package dev.rampart.domain.key;

/**
 * A key pair that was just made, in the clear: to be sealed and forgotten.
 *
 * @param publicKey DER, as X.509 SubjectPublicKeyInfo (RFC 5280 §4.1)
 * @param privateKey DER, as PKCS #8 (RFC 5958)
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: it lives for as long as it takes to seal it.
public record NewKey(byte[] publicKey, byte[] privateKey) {}
