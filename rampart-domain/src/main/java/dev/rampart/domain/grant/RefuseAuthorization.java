package dev.rampart.domain.grant;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

/** Remembers that a malformed request to the authorization or token endpoint was turned away, and why. */
public final class RefuseAuthorization {

    private final UnitOfWork<? extends GrantStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public RefuseAuthorization(UnitOfWork<? extends GrantStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Costs one exchange. */
    public void refuse(OrgId org, Request request) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(AuditEventId.of(now, entropy), request.asked(), Actor.ANONYMOUS, now)
                .withTarget(Target.of(Target.Kind.CLIENT, request.client()))
                .withOrigin(request.origin())
                .refusedBecause(request.why());
        unitOfWork.run(org, stores -> stores.auditEvents().add(event));
    }

    /** What was turned away. {@code client} is what was said, which may be nobody's. */
    public record Request(AuditEvent.Type asked, String client, RequestOrigin origin, Enum<?> why) {}
}
