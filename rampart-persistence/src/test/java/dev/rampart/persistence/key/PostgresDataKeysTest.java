package dev.rampart.persistence.key;

import dev.rampart.domain.key.DataKeysContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresDataKeysTest extends DataKeysContract {

    PostgresDataKeysTest() {
        super(PostgresScene.fresh());
    }
}
