package dev.rampart.oauth;

import dev.rampart.domain.scope.Resource;
import java.util.List;
import java.util.Optional;

/**
 * What a token is asked for.
 *
 * @param resources all of them; none: the issuer
 * @param resourceServer the one that is not the server's own; whether there is such a one is for the database to say
 */
public record Targets(List<Resource> resources, Optional<Resource> resourceServer) {

    public Targets {
        resources = List.copyOf(resources);
    }
}
