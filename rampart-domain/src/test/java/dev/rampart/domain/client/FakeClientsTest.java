package dev.rampart.domain.client;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeClientsTest extends ClientsContract {

    FakeClientsTest() {
        super(new FakeUnitOfWork());
    }
}
