package dev.rampart.persistence.session;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.FLOW;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.session.SignInFlows.Completing;
import dev.rampart.domain.session.SignInFlows.Completion;
import dev.rampart.domain.session.SignInFlowsContract;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.testing.Samples;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.Race;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PostgresSignInFlowsTest extends SignInFlowsContract {

    PostgresSignInFlowsTest() {
        super(PostgresScene.fresh());
    }

    @Test
    void completesAFlowOnceHoweverManyPostTogether() throws Exception {
        List<Completion> answers = Race.of(i -> complete(ACME, posted(i), NOW));

        assertThat(answers).filteredOn(Completion.Completed.class::isInstance).hasSize(1);
    }

    private static Completing posted(int i) {
        SessionId session = new SessionId(new UUID(1, i));
        return Samples.completing(FLOW, ADA, Secret.of("cookie " + i), Samples.newSession(session, NOW));
    }
}
