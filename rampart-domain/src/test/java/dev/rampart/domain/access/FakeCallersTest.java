package dev.rampart.domain.access;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeCallersTest extends CallersContract {

    FakeCallersTest() {
        super(new FakeUnitOfWork());
    }
}
