package dev.rampart.domain.setup;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes the link for the first administrator, while there is none. An earlier one that was not used works no more. */
public final class OpenSetup {

    /** How long a link works. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    private final UnitOfWork<? extends SetupStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public OpenSetup(UnitOfWork<? extends SetupStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** The secret of the link; nothing if somebody holds {@code instance-admin} already. */
    public Optional<Secret> open(OrgId org) {
        Instant now = clock.instant();
        Secret secret = Secret.random(entropy);
        SetupLink link = new SetupLink(Sha256.of(secret), now, now.plus(LIFETIME));
        AuditEvent event =
                AuditEvent.of(AuditEventId.of(now, entropy), AuditEvent.Type.SETUP_OPENED, Actor.SYSTEM, now);
        return unitOfWork.call(org, stores -> {
            if (stores.roles().isHeldByAPerson(Role.INSTANCE_ADMIN)) {
                return Optional.empty();
            }
            stores.setupLinks().add(link);
            stores.auditEvents().add(event);
            return Optional.of(secret);
        });
    }
}
