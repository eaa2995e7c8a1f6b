package dev.rampart.domain.key;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeDataKeysTest extends DataKeysContract {

    FakeDataKeysTest() {
        super(new FakeUnitOfWork());
    }
}
