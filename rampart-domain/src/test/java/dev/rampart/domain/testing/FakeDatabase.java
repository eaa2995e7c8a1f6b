package dev.rampart.domain.testing;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.shared.OrgId;
import java.util.HashMap;
import java.util.Map;

/** Every organization's data, in memory. */
final class FakeDatabase {

    private final Map<OrgId, FakeTenant> tenants = new HashMap<>();

    FakeTenant tenant(OrgId org) {
        return tenants.computeIfAbsent(org, any -> new FakeTenant());
    }

    /** Slugs find an organization, so they are unique among all of them. */
    boolean isTaken(OrgSlug slug) {
        return tenants.values().stream()
                .anyMatch(tenant -> tenant.organization != null
                        && tenant.organization.slug().equals(slug));
    }

    /** For work on one organization: the others are as they were. */
    FakeDatabase copyOf(OrgId org) {
        FakeDatabase copy = new FakeDatabase();
        copy.tenants.putAll(tenants);
        copy.tenants.computeIfPresent(org, (_, tenant) -> tenant.copy());
        return copy;
    }

    FakeDatabase copy() {
        FakeDatabase copy = new FakeDatabase();
        tenants.forEach((org, tenant) -> copy.tenants.put(org, tenant.copy()));
        return copy;
    }
}
