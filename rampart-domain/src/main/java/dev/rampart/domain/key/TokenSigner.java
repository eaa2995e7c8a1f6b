package dev.rampart.domain.key;

import dev.rampart.domain.shared.OrgId;

/** Signs and checks with an organization's keys. Opens a private key once and keeps it ready. */
public interface TokenSigner {

    /** The JWS signature of {@code input} (RFC 7515 §5.1): for ES256 the 64 bytes of RFC 7518 §3.4, not DER. */
    byte[] sign(OrgId org, SigningKey key, byte[] input);

    /** Whether {@code signature} is that key's for {@code input}. A malformed one is not. */
    boolean verifies(SigningKey key, byte[] input, byte[] signature);
}
