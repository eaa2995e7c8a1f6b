package dev.rampart.http;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.OrganizationDirectory;
import dev.rampart.domain.organization.Tenant;
import jakarta.inject.Inject;
import java.util.Optional;

/** Organizations by their names in paths, each with the issuer that it has on this server. */
public final class IssuerTenants implements Tenants {

    private final Issuer root;
    private final OrganizationDirectory organizations;

    @Inject
    public IssuerTenants(Issuer root, OrganizationDirectory organizations) {
        this.root = root;
        this.organizations = organizations;
    }

    @Override
    public Optional<Tenant> bySlug(OrgSlug slug) {
        return organizations
                .bySlug(slug)
                .filter(Organization::enabled)
                .map(found -> new Tenant(found.id(), found.slug(), root.of(found.slug())));
    }
}
