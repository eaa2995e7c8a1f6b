package dev.rampart.domain.grant;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeClientGrantsTest extends ClientGrantsContract {

    FakeClientGrantsTest() {
        super(new FakeUnitOfWork());
    }
}
