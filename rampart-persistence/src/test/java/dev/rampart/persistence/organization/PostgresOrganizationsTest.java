package dev.rampart.persistence.organization;

import dev.rampart.domain.organization.OrganizationsContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresOrganizationsTest extends OrganizationsContract {

    PostgresOrganizationsTest() {
        super(PostgresScene.fresh());
    }
}
