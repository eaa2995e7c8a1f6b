package dev.rampart.persistence.user;

import dev.rampart.domain.user.PasswordsContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresPasswordsTest extends PasswordsContract {

    PostgresPasswordsTest() {
        super(PostgresScene.fresh());
    }
}
