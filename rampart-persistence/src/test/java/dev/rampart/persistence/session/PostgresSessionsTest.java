package dev.rampart.persistence.session;

import dev.rampart.domain.session.SessionsContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresSessionsTest extends SessionsContract {

    PostgresSessionsTest() {
        super(PostgresScene.fresh());
    }
}
