package dev.rampart.oauth;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.scope.Resource;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an access token can be for: the issuer, the account API of its organization, or the admin API of the server. */
public final class Audiences {

    private static final String ACCOUNT = "/api/v1/account";
    private static final String ADMIN = "/api/v1/admin";

    private final Issuer root;

    /** {@code root} is the issuer of the server itself, where the admin API is. */
    public Audiences(Issuer root) {
        this.root = root;
    }

    public Resource admin() {
        return new Resource(root.at(ADMIN));
    }

    /** Those that are the server's own, for an organization. */
    public Set<Resource> own(Tenant tenant) {
        return Set.of(
                new Resource(tenant.issuer().value()),
                new Resource(tenant.issuer().at(ACCOUNT)),
                new Resource(root.at(ADMIN)));
    }

    /**
     * Reads {@code resource} parameters (RFC 8707 §2); nothing if no token can be for all of them.
     *
     * <p>A token for a resource server is for that one alone: whoever is sent it could use it at the others.
     */
    public Optional<Targets> parse(Tenant tenant, List<String> values) {
        List<Resource> resources = values.stream().distinct().map(Resource::new).toList();
        if (own(tenant).containsAll(resources)) {
            return Optional.of(new Targets(resources, Optional.empty()));
        }
        return resources.size() == 1 && !isReserved(resources.getFirst().value())
                ? Optional.of(new Targets(resources, Optional.of(resources.getFirst())))
                : Optional.empty();
    }

    /** Whether no resource server can be called so: it is no absolute URI, or one of this server's own. */
    public boolean isReserved(String identifier) {
        try {
            URI uri = new URI(identifier);
            String lower = identifier.toLowerCase(Locale.ROOT);
            String ours = root.value().toLowerCase(Locale.ROOT);
            return !uri.isAbsolute()
                    || uri.getRawFragment() != null
                    || lower.equals(ours)
                    || lower.startsWith(ours + "/");
        } catch (URISyntaxException e) {
            return true;
        }
    }

    /** The audience of a token for these resources: the issuer if there are none. */
    public List<String> of(Tenant tenant, List<Resource> resources) {
        return resources.isEmpty()
                ? List.of(tenant.issuer().value())
                : resources.stream().map(Resource::value).toList();
    }
}
