package dev.rampart.domain.user;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeUsersTest extends UsersContract {

    FakeUsersTest() {
        super(new FakeUnitOfWork());
    }
}
