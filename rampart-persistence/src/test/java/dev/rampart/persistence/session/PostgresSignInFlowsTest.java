package dev.rampart.persistence.session;

import dev.rampart.domain.session.SignInFlowsContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresSignInFlowsTest extends SignInFlowsContract {

    PostgresSignInFlowsTest() {
        super(PostgresScene.fresh());
    }
}
