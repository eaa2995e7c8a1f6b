package dev.rampart.domain.audit;

import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes out everything of the audit log that a search finds, page by page, the oldest first.
 *
 * <p>It ends with what had happened when it was asked for: whatever happens meanwhile, the export among it, is left to
 * the next one.
 */
public final class ExportAuditTrail {

    private final UnitOfWork<? extends AuditExportStores> unitOfWork;
    private final Strangers strangers;
    private final InstantSource clock;
    private final Entropy entropy;

    public ExportAuditTrail(
            UnitOfWork<? extends AuditExportStores> unitOfWork,
            Strangers strangers,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.strangers = strangers;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Notes who takes it out, before the first event leaves. The pages are read as they are asked for. */
    public Iterator<Page<RecordedEvent>> export(OrgId org, AuditTrail.Filter filter, Cause by) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.AUDIT_EXPORTED, by, now);
        unitOfWork.run(org, stores -> stores.auditEvents().add(event));
        AuditTrail.Filter past = filter.endingAt(now);
        return Stream.iterate(
                        Optional.of(page(org, past, Optional.empty())),
                        Optional::isPresent,
                        read -> read.flatMap(Page::next).map(last -> page(org, past, Optional.of(last))))
                .flatMap(Optional::stream)
                .iterator();
    }

    private Page<RecordedEvent> page(OrgId org, AuditTrail.Filter filter, Optional<Position> after) {
        PageRequest request =
                new PageRequest(PageRequest.LIMIT_MAX, after, Optional.empty(), PageRequest.Order.OLDEST_FIRST);
        Page<RecordedEvent> page =
                unitOfWork.one(org, stores -> stores.auditTrail().page(filter, request));
        return new Page<>(strangers.opened(org, page.items()), page.next());
    }
}
