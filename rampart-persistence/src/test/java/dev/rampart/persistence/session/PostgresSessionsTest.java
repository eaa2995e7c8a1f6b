package dev.rampart.persistence.session;

import static dev.rampart.domain.testing.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.session.Sessions.Standing;
import dev.rampart.domain.session.SessionsContract;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresSessionsTest extends SessionsContract {

    PostgresSessionsTest() {
        super(PostgresScene.fresh());
    }

    @Test
    void resumesAFlowOnceHoweverManyReturnTogether() throws Exception {
        List<Standing> answers = Race.of(i -> stand(ACME, question));

        assertThat(answers)
                .filteredOn(standing -> standing.resumed().signedIn())
                .hasSize(1);
    }
}
