package dev.rampart.persistence.settings;

import dev.rampart.domain.settings.SettingsRegisterContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresSettingsRegisterTest extends SettingsRegisterContract {

    PostgresSettingsRegisterTest() {
        super(PostgresScene.fresh());
    }
}
