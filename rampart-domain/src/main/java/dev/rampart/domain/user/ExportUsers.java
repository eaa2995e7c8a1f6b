package dev.rampart.domain.user;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes out everybody there is, page by page, the oldest first.
 *
 * <p>Each page is as it is when it is read: whoever is removed meanwhile may be missing, whoever is made comes at the
 * end.
 */
public final class ExportUsers {

    private final UnitOfWork<? extends UserAdminStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public ExportUsers(UnitOfWork<? extends UserAdminStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Notes who takes everybody out, before the first of them leaves. The pages are read as they are asked for. */
    public Iterator<Page<ManagedUser>> export(OrgId org, Authority by) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.USER_EXPORTED, by.cause(), now);
        unitOfWork.run(org, stores -> stores.auditEvents().add(event));
        PageRequest first = new PageRequest(
                PageRequest.LIMIT_MAX, Optional.empty(), Optional.empty(), PageRequest.Order.OLDEST_FIRST);
        return Stream.iterate(
                        Optional.of(page(org, first)),
                        Optional::isPresent,
                        read -> read.flatMap(Page::next)
                                .map(last -> page(
                                        org,
                                        new PageRequest(
                                                first.limit(), Optional.of(last), first.search(), first.order()))))
                .flatMap(Optional::stream)
                .iterator();
    }

    private Page<ManagedUser> page(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.userRegister().page(request));
    }
}
