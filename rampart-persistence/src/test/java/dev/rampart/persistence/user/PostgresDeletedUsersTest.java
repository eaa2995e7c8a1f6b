package dev.rampart.persistence.user;

import dev.rampart.domain.user.DeletedUsersContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresDeletedUsersTest extends DeletedUsersContract {

    PostgresDeletedUsersTest() {
        super(PostgresScene.fresh());
    }
}
