package dev.rampart.domain.scope;

import java.util.HashSet;
import java.util.List;

/**
 * What may be asked for without asking the person again.
 *
 * @param resources what tokens may be for, beside the issuer (RFC 8707)
 */
public record Allowed(Scopes scopes, List<Resource> resources) {

    public static final Allowed NOTHING = new Allowed(Scopes.NONE, List.of());

    public Allowed {
        resources = List.copyOf(resources);
    }

    public boolean covers(Allowed other) {
        return scopes.values().containsAll(other.scopes.values())
                && new HashSet<>(resources).containsAll(other.resources);
    }
}
