package dev.rampart.domain.session;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeSignInFlowsTest extends SignInFlowsContract {

    FakeSignInFlowsTest() {
        super(new FakeUnitOfWork());
    }
}
