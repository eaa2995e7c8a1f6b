package dev.rampart.domain.user;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeDeletedUsersTest extends DeletedUsersContract {

    FakeDeletedUsersTest() {
        super(new FakeUnitOfWork());
    }
}
