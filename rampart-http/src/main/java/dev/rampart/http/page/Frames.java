package dev.rampart.http.page;

import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.OrganizationDirectory;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.settings.Branding;
import dev.rampart.domain.settings.Brandings;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Makes the frame of a page: in which language, and for which organization. */
public final class Frames {

    private final OrganizationDirectory organizations;
    private final Brandings brandings;

    @Inject
    public Frames(OrganizationDirectory organizations, Brandings brandings) {
        this.organizations = organizations;
        this.brandings = brandings;
    }

    public Frame of(Tenant tenant) {
        return find(tenant)
                .orElseGet(() -> new Frame(Locale.ENGLISH, tenant.slug().value()));
    }

    /** English, until there are texts in other languages; nothing if there is no such organization. */
    public Optional<Frame> find(Tenant tenant) {
        return organizations.bySlug(tenant.slug()).map(this::frame);
    }

    private Frame frame(Organization organization) {
        Branding branding = brandings.of(organization.id());
        return new Frame(Locale.ENGLISH, branding.displayName().orElse(organization.name()), Look.of(branding));
    }
}
