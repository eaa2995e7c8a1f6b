package dev.rampart.domain.audit;

import dev.rampart.domain.testing.FakeUnitOfWork;

final class FakeAuditEventsTest extends AuditEventsContract {

    FakeAuditEventsTest() {
        super(new FakeUnitOfWork());
    }
}
