package dev.rampart.domain.session;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakePasswordDemandsTest extends PasswordDemandsContract {

    FakePasswordDemandsTest() {
        super(new FakeUnitOfWork());
    }
}
