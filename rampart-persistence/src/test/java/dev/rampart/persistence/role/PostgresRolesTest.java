package dev.rampart.persistence.role;

import dev.rampart.domain.role.RolesContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresRolesTest extends RolesContract {

    PostgresRolesTest() {
        super(PostgresScene.fresh());
    }
}
