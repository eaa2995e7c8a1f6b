package dev.rampart.persistence.organization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrganizationsContract;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.Race;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PostgresOrganizationsTest extends OrganizationsContract {

    PostgresOrganizationsTest() {
        super(PostgresScene.fresh());
    }

    @Test
    void givesASlugAwayOnceHoweverManyAskTogether() throws Exception {
        List<Boolean> answers = Race.of(i -> add(new OrgId(new UUID(1, i)), "initech"));

        assertThat(answers).containsOnlyOnce(true);
    }
}
