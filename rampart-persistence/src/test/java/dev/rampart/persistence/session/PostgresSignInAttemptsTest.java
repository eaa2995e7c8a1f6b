package dev.rampart.persistence.session;

import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.session.SignInAttempts;
import dev.rampart.domain.session.SignInAttempts.Begun;
import dev.rampart.domain.session.SignInAttemptsContract;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresSignInAttemptsTest extends SignInAttemptsContract {

    PostgresSignInAttemptsTest() {
        super(PostgresScene.fresh());
    }

    @Test
    void letsNoMoreThanTheFreeOnesThroughHoweverManyTryTogether() throws Exception {
        List<Begun> answers = Race.of(i -> begin("ada", NOW));

        assertThat(answers).filteredOn(Begun.Counted.class::isInstance).hasSize(SignInAttempts.FREE);
    }
}
