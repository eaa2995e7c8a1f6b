package dev.rampart.domain.consent;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Looks at what people have allowed applications, and takes it back: every token that stood on it falls at once. */
public final class AdministerConsents {

    private final UnitOfWork<? extends ConsentStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public AdministerConsents(UnitOfWork<? extends ConsentStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Page<Consent> page(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.consents().page(request));
    }

    public Page<Consent> page(OrgId org, UserId user, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.consents().page(user, request));
    }

    /** Whether there was one. */
    public boolean revoke(OrgId org, ConsentId id, Cause by) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.CONSENT_REVOKED, by, now);
        return unitOfWork.call(
                org,
                stores -> stores.consents()
                        .revoke(id, now)
                        .map(revoked -> {
                            stores.auditEvents()
                                    .add(event.withTarget(Target.of(
                                                    Target.Kind.CLIENT,
                                                    revoked.client().value()))
                                            .withChanges(Map.of(
                                                    "user",
                                                    Change.to(revoked.user().toString()))));
                            return true;
                        })
                        .orElse(false));
    }
}
