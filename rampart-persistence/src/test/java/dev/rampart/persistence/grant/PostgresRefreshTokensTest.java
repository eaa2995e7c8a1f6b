package dev.rampart.persistence.grant;

import static dev.rampart.domain.testing.Samples.NOW;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.grant.RefreshTokens.Rotation;
import dev.rampart.domain.grant.RefreshTokensContract;
import dev.rampart.domain.testing.Samples;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresRefreshTokensTest extends RefreshTokensContract {

    PostgresRefreshTokensTest() {
        super(PostgresScene.fresh());
    }

    @Test
    void replacesATokenOnceHoweverManyTryTogether() throws Exception {
        issued(Samples.userGrant());

        List<Rotation> answers = Race.of(i -> rotate("first", "successor " + i, NOW));

        assertThat(answers).filteredOn(Rotation.Rotated.class::isInstance).hasSize(1);
        List<String> successors = answers.stream()
                .filter(Rotation.AlreadyRotated.class::isInstance)
                .map(answer -> new String(((Rotation.AlreadyRotated) answer).sealed(), US_ASCII))
                .distinct()
                .toList();
        assertThat(answers)
                .filteredOn(Rotation.AlreadyRotated.class::isInstance)
                .hasSize(Race.THREADS - 1);
        assertThat(successors).hasSize(1);
    }
}
