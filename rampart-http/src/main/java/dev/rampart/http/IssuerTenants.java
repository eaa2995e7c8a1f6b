package dev.rampart.http;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.OrganizationDirectory;
import dev.rampart.domain.organization.OrganizationsById;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.shared.OrgId;
import jakarta.inject.Inject;
import java.util.Optional;

/** Organizations by their names in paths, each with the issuer that it has on this server. */
public final class IssuerTenants implements Tenants {

    private final Issuer root;
    private final OrganizationDirectory organizations;
    private final OrganizationsById byId;

    @Inject
    public IssuerTenants(Issuer root, OrganizationDirectory organizations, OrganizationsById byId) {
        this.byId = byId;
        this.root = root;
        this.organizations = organizations;
    }

    @Override
    public Optional<Tenant> bySlug(OrgSlug slug) {
        return organizations.bySlug(slug).filter(Organization::enabled).map(this::tenant);
    }

    /** The organization of that id or slug, be it disabled. May wait for the database. */
    public Optional<Tenant> named(String idOrSlug) {
        return OrgSlug.parse(idOrSlug)
                .flatMap(organizations::bySlug)
                .or(() -> OrgId.find(idOrSlug).flatMap(byId::find))
                .map(this::tenant);
    }

    /** The organization that has this issuer; nothing if there is none, or if it is disabled. */
    public Optional<Tenant> byIssuer(String issuer) {
        if (issuer.equals(root.value())) {
            return bySlug(OrgSlug.DEFAULT);
        }
        String prefix = root.at("/o/");
        return issuer.startsWith(prefix)
                ? OrgSlug.parse(issuer.substring(prefix.length()))
                        .filter(slug -> !slug.equals(OrgSlug.DEFAULT))
                        .flatMap(this::bySlug)
                : Optional.empty();
    }

    private Tenant tenant(Organization found) {
        return new Tenant(found.id(), found.slug(), root.of(found.slug()));
    }
}
