package dev.rampart.domain.client;

import java.util.Optional;
import java.util.Set;

/**
 * How a client sends its authorization requests as JWTs (RFC 9101 §10.5, OIDC Core §6).
 *
 * @param algorithm the only one that they may be signed with; empty: whatever its keys are for
 * @param required whether any other request of it is refused
 * @param requestUris the only addresses that they are fetched from, with their fragments
 */
public record RequestObjectPolicy(Optional<ClientAlgorithm> algorithm, boolean required, Set<String> requestUris) {

    public static final RequestObjectPolicy NONE = new RequestObjectPolicy(Optional.empty(), false, Set.of());

    public RequestObjectPolicy {
        requestUris = Set.copyOf(requestUris);
    }
}
