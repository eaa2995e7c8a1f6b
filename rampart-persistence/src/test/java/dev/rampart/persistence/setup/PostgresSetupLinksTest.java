package dev.rampart.persistence.setup;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.setup.SetupLinks.Standing;
import dev.rampart.domain.setup.SetupLinksContract;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresSetupLinksTest extends SetupLinksContract {

    PostgresSetupLinksTest() {
        super(PostgresScene.fresh());
    }

    @Test
    void usesALinkOnceHoweverManyTryTogether() throws Exception {
        List<Standing> answers = Race.of(i -> use(ACME, LINK, NOW));

        assertThat(answers).filteredOn(Standing.OPEN::equals).hasSize(1);
        assertThat(answers).filteredOn(Standing.USED::equals).hasSize(Race.THREADS - 1);
    }

    @Test
    void leavesOneLinkOpenHoweverManyAreMadeTogether() throws Exception {
        List<Sha256> links = Race.of(this::added);

        assertThat(links)
                .hasSize(Race.THREADS)
                .filteredOn(link -> look(ACME, link, NOW) == Standing.OPEN)
                .hasSize(1);
        assertThat(look(ACME, LINK, NOW)).isEqualTo(Standing.UNKNOWN);
    }

    private Sha256 added(int i) {
        Sha256 link = Sha256.of(Secret.of("link " + i));
        add(ACME, link);
        return link;
    }
}
