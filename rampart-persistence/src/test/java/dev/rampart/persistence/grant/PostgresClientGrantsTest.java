package dev.rampart.persistence.grant;

import dev.rampart.domain.grant.ClientGrantsContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresClientGrantsTest extends ClientGrantsContract {

    PostgresClientGrantsTest() {
        super(PostgresScene.fresh());
    }
}
