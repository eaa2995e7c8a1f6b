package dev.rampart.persistence.user;

import dev.rampart.domain.user.UsersContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresUsersTest extends UsersContract {

    PostgresUsersTest() {
        super(PostgresScene.fresh());
    }
}
