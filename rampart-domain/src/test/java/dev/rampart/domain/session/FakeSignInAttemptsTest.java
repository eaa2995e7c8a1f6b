package dev.rampart.domain.session;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeSignInAttemptsTest extends SignInAttemptsContract {

    FakeSignInAttemptsTest() {
        super(new FakeUnitOfWork());
    }
}
