package dev.rampart.http.page;

import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.OrganizationDirectory;
import dev.rampart.domain.organization.Tenant;
import jakarta.inject.Inject;
import java.util.Locale;

/** Makes the frame of a page: in which language, and for which organization. */
public final class Frames {

    private final OrganizationDirectory organizations;

    @Inject
    public Frames(OrganizationDirectory organizations) {
        this.organizations = organizations;
    }

    /** English, until there are texts in other languages. */
    public Frame of(Tenant tenant) {
        return new Frame(
                Locale.ENGLISH,
                organizations
                        .bySlug(tenant.slug())
                        .map(Organization::name)
                        .orElse(tenant.slug().value()));
    }
}
