package dev.rampart.domain.grant;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeUserGrantsTest extends UserGrantsContract {

    FakeUserGrantsTest() {
        super(new FakeUnitOfWork());
    }
}
