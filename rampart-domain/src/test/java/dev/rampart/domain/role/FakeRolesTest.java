package dev.rampart.domain.role;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeRolesTest extends RolesContract {

    FakeRolesTest() {
        super(new FakeUnitOfWork());
    }
}
