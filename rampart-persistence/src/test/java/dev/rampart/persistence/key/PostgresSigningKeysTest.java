package dev.rampart.persistence.key;

import dev.rampart.domain.key.SigningKeysContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresSigningKeysTest extends SigningKeysContract {

    PostgresSigningKeysTest() {
        super(PostgresScene.fresh());
    }
}
