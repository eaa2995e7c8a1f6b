package dev.rampart.domain.settings;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeSettingsRegisterTest extends SettingsRegisterContract {

    FakeSettingsRegisterTest() {
        super(new FakeUnitOfWork());
    }
}
