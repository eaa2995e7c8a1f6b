package dev.rampart.persistence.user;

import static dev.rampart.domain.testing.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.user.UsersContract;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresUsersTest extends UsersContract {

    PostgresUsersTest() {
        super(PostgresScene.fresh());
    }

    @Test
    void givesAUsernameAwayOnceHoweverManyAskTogether() throws Exception {
        List<Boolean> answers = Race.of(i -> add(ACME, person(i + 100, "ada", null)));

        assertThat(answers).containsOnlyOnce(true);
    }
}
