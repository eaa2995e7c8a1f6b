package dev.rampart.domain.organization;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeOrganizationsTest extends OrganizationsContract {

    FakeOrganizationsTest() {
        super(new FakeUnitOfWork());
    }
}
