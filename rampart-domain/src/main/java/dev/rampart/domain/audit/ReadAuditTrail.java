package dev.rampart.domain.audit;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.Optional;
import java.util.UUID;

/**
 * Searches the audit log of an organization. Costs one exchange, and one more for each other organization whose people
 * have acted in it, if what opens these events is not at hand.
 */
public final class ReadAuditTrail {

    private final UnitOfWork<? extends AuditTrailStores> unitOfWork;
    private final Strangers strangers;

    public ReadAuditTrail(UnitOfWork<? extends AuditTrailStores> unitOfWork, Strangers strangers) {
        this.unitOfWork = unitOfWork;
        this.strangers = strangers;
    }

    public Page<RecordedEvent> page(OrgId org, AuditTrail.Filter filter, PageRequest request) {
        Page<RecordedEvent> page =
                unitOfWork.one(org, stores -> stores.auditTrail().page(filter, request));
        return new Page<>(strangers.opened(org, page.items()), page.next());
    }

    public Optional<RecordedEvent> find(OrgId org, UUID id) {
        Optional<RecordedEvent> found =
                unitOfWork.one(org, stores -> stores.auditTrail().find(id));
        return strangers.opened(org, found.stream().toList()).stream().findFirst();
    }
}
