package dev.rampart.persistence.grant;

import dev.rampart.domain.grant.UserGrantsContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresUserGrantsTest extends UserGrantsContract {

    PostgresUserGrantsTest() {
        super(PostgresScene.fresh());
    }
}
