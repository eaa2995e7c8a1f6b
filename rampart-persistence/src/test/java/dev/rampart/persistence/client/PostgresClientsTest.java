package dev.rampart.persistence.client;

import dev.rampart.domain.client.ClientsContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresClientsTest extends ClientsContract {

    PostgresClientsTest() {
        super(PostgresScene.fresh());
    }
}
