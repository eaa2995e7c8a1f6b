package dev.rampart.domain.client;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose clients know a person by one pairwise {@code sub}: a host name (OIDC Core §8.1). */
public record Sector(String host) {

    /** Empty: the redirect URIs have more than one host, or none, and there is no sector identifier URI. */
    public static Optional<Sector> of(ClientMetadata metadata) {
        if (metadata.subjects().sectorUri().isPresent()) {
            return metadata.subjects().sectorUri().flatMap(uri -> host(uri.value()));
        }
        Set<Optional<Sector>> hosts =
                metadata.redirectUris().stream().map(uri -> host(uri.value())).collect(Collectors.toSet());
        return hosts.size() == 1 ? hosts.iterator().next() : Optional.empty();
    }

    private static Optional<Sector> host(String uri) {
        try {
            return Optional.ofNullable(URI.create(uri).getHost()).map(Sector::new);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
