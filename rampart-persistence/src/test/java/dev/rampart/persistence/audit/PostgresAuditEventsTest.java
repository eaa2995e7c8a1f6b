package dev.rampart.persistence.audit;

import dev.rampart.domain.audit.AuditEventsContract;
import dev.rampart.persistence.PostgresScene;

final class PostgresAuditEventsTest extends AuditEventsContract {

    PostgresAuditEventsTest() {
        super(PostgresScene.fresh());
    }
}
