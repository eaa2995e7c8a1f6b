package dev.rampart.domain.testing;

import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.Organizations;
import java.time.Instant;

record FakeOrganizations(FakeDatabase database, FakeTenant tenant) implements Organizations {

    @Override
    public boolean add(Organization organization, Instant now) {
        if (database.isTaken(organization.slug())) {
            return false;
        }
        tenant.organization = organization;
        return true;
    }
}
