package dev.rampart.domain.client;

import dev.rampart.domain.shared.HttpsUri;
import java.util.Optional;

/**
 * What a client calls people by (OIDC Core §8).
 *
 * @param sectorUri whose host stands for the sector (§8.1); needed where the redirect URIs have more than one host
 */
public record ClientSubjects(SubjectType type, Optional<HttpsUri> sectorUri) {

    public static final ClientSubjects PUBLIC = new ClientSubjects(SubjectType.PUBLIC, Optional.empty());
}
