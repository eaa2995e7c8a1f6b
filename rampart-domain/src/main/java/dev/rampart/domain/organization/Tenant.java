package dev.rampart.domain.organization;

import dev.rampart.domain.shared.OrgId;

/** An organization as a request meets it: which one, and where it is found. */
public record Tenant(OrgId id, OrgSlug slug, Issuer issuer) {

    /** Whether it stands at the root of its host, and not beneath {@code /o/{slug}}. */
    public boolean isAtRoot() {
        return issuer.path().isEmpty();
    }
}
