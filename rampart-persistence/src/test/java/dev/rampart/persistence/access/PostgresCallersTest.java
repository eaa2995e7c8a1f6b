package dev.rampart.persistence.access;

import dev.rampart.domain.access.CallersContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresCallersTest extends CallersContract {

    PostgresCallersTest() {
        super(PostgresScene.fresh());
    }
}
