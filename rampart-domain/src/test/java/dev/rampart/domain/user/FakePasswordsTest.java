package dev.rampart.domain.user;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakePasswordsTest extends PasswordsContract {

    FakePasswordsTest() {
        super(new FakeUnitOfWork());
    }
}
