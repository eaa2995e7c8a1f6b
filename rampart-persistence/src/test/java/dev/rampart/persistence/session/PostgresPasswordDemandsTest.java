package dev.rampart.persistence.session;

import dev.rampart.domain.session.PasswordDemandsContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresPasswordDemandsTest extends PasswordDemandsContract {

    PostgresPasswordDemandsTest() {
        super(PostgresScene.fresh());
    }
}
