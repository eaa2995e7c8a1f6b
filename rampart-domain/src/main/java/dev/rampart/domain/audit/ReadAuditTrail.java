package dev.rampart.domain.audit;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.Optional;
import java.util.UUID;

/** Searches the audit log of an organization. Costs one exchange. */
public final class ReadAuditTrail {

    private final UnitOfWork<? extends AuditTrailStores> unitOfWork;

    public ReadAuditTrail(UnitOfWork<? extends AuditTrailStores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public Page<RecordedEvent> page(OrgId org, AuditTrail.Filter filter, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.auditTrail().page(filter, request));
    }

    public Optional<RecordedEvent> find(OrgId org, UUID id) {
        return unitOfWork.one(org, stores -> stores.auditTrail().find(id));
    }
}
