package dev.rampart.domain.session;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeSessionsTest extends SessionsContract {

    FakeSessionsTest() {
        super(new FakeUnitOfWork());
    }
}
