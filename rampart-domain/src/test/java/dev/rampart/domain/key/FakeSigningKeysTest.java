package dev.rampart.domain.key;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeSigningKeysTest extends SigningKeysContract {

    FakeSigningKeysTest() {
        super(new FakeUnitOfWork());
    }
}
