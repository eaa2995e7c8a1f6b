package dev.rampart.domain.client;

import dev.rampart.domain.key.SigningAlgorithm;
import java.util.Optional;

/**
 * How what a client is given is signed (OIDC Registration §2).
 *
 * @param accessToken empty: as its organization has it
 * @param userinfo empty: userinfo is plain JSON (OIDC Core §5.3.2)
 */
public record ClientTokens(
        SigningAlgorithm idToken, Optional<SigningAlgorithm> accessToken, Optional<SigningAlgorithm> userinfo) {

    /** What OIDC Registration §2 has. */
    public static final ClientTokens DEFAULT =
            new ClientTokens(SigningAlgorithm.RS256, Optional.empty(), Optional.empty());
}
