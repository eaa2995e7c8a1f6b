package dev.rampart.persistence.session;

import dev.rampart.domain.session.SignInAttemptsContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresSignInAttemptsTest extends SignInAttemptsContract {

    PostgresSignInAttemptsTest() {
        super(PostgresScene.fresh());
    }
}
