package dev.rampart.domain.setup;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeSetupLinksTest extends SetupLinksContract {

    FakeSetupLinksTest() {
        super(new FakeUnitOfWork());
    }
}
