package dev.rampart.domain.client;

import dev.rampart.domain.shared.HttpsUri;
import java.util.Optional;

/**
 * The public keys of a client, and how it signs with them when it says who it is (RFC 7591 §2, OIDC Registration §2).
 *
 * @param jwks a JWK set (RFC 7517 §5), JSON
 * @param jwksUri where there is one instead; never both
 * @param algorithm the only one that is accepted of it; empty: whatever its keys are for
 */
public record ClientKeys(Optional<String> jwks, Optional<HttpsUri> jwksUri, Optional<ClientAlgorithm> algorithm) {

    /** So many characters of JSON at most. */
    public static final int JWKS_MAX = 16_384;

    public static final ClientKeys NONE = new ClientKeys(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether it has registered any. */
    public boolean present() {
        return jwks.isPresent() || jwksUri.isPresent();
    }
}
