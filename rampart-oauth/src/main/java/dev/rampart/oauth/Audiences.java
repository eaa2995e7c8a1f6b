package dev.rampart.oauth;

import dev.rampart.domain.grant.Resource;
import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.Tenant;
import java.util.ArrayList;
import java.util.List;
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

    /** Reads {@code resource} parameters (RFC 8707 §2); nothing if any of them is none of ours. */
    public Optional<List<Resource>> parse(Tenant tenant, List<String> values) {
        Set<String> known = Set.of(tenant.issuer().value(), tenant.issuer().at(ACCOUNT), root.at(ADMIN));
        List<Resource> resources = new ArrayList<>();
        for (String value : values) {
            if (!known.contains(value)) {
                return Optional.empty();
            }
            resources.add(new Resource(value));
        }
        return Optional.of(resources.stream().distinct().toList());
    }

    /** The audience of a token for these resources: the issuer if there are none. */
    public List<String> of(Tenant tenant, List<Resource> resources) {
        return resources.isEmpty()
                ? List.of(tenant.issuer().value())
                : resources.stream().map(Resource::value).toList();
    }
}
