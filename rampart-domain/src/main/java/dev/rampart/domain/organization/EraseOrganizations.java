package dev.rampart.domain.organization;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.work.Chore;
import dev.rampart.domain.work.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Erases organizations whose time has come, some rows at a turn.
 *
 * <p>Everything goes but the audit log. The data key goes last, with the organization's own row and the event that says
 * so in the log of the default organization. Whoever interrupts it does no harm: the next turn goes on.
 *
 * <p>It needs no fence: whoever comes second waits for the lock of the organization, and goes on from there.
 */
public final class EraseOrganizations implements Chore {

    public static final String NAME = "organization-erasure";

    /** Rows at a turn. */
    public static final int BATCH = 5_000;

    private final UnitOfWork<? extends OrganizationEndStores> unitOfWork;
    private final DueOrganizations due;
    private final OrganizationDirectory directory;
    private final Vault vault;
    private final InstantSource clock;
    private final Entropy entropy;

    public EraseOrganizations(
            UnitOfWork<? extends OrganizationEndStores> unitOfWork,
            DueOrganizations due,
            OrganizationDirectory directory,
            Vault vault,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.due = due;
        this.directory = directory;
        this.vault = vault;
        this.clock = clock;
        this.entropy = entropy;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Next turn(Lease lease) {
        return turn() ? Next.AT_ONCE : Next.LATER;
    }

    /** One bounded turn. Says whether there was something to do, so that another turn is worth while. */
    public boolean turn() {
        Instant now = clock.instant();
        Optional<OrgId> next = due.first(now);
        next.ifPresent(org -> turn(org, now));
        return next.isPresent();
    }

    private void turn(OrgId org, Instant now) {
        BothLogs logs = BothLogs.open(directory, vault);
        AuditEvent begun = event(AuditEvent.Type.ORGANIZATION_ERASURE_BEGUN, now);
        AuditEvent erased = event(AuditEvent.Type.ORGANIZATION_ERASED, now);
        unitOfWork.run(org, stores -> {
            Optional<ManagedOrganization> found = stores.organizationRegister().lock();
            Optional<Deletion> deletion = found.flatMap(ManagedOrganization::deletion)
                    .filter(mark -> !mark.dueAt().isAfter(now)); // It may have been restored since.
            if (found.isEmpty() || deletion.isEmpty()) {
                return;
            }
            ManagedOrganization organization = found.get();
            if (deletion.get().begunAt().isEmpty()) {
                stores.organizationRegister().replace(begun(organization, deletion.get(), now));
                logs.add(stores, org, about(begun, organization));
            }
            if (stores.organizationRemains().erase(BATCH) > 0
                    && stores.organizationRegister().find().isEmpty()) {
                logs.addToInstance(stores, org, about(erased, organization));
            }
        });
    }

    private static ManagedOrganization begun(ManagedOrganization organization, Deletion deletion, Instant now) {
        Deletion begun = new Deletion(deletion.dueAt(), deletion.enabledBefore(), Optional.of(now));
        return organization.marked(begun, now);
    }

    private AuditEvent event(AuditEvent.Type type, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), type, Actor.SYSTEM, now);
    }

    private static AuditEvent about(AuditEvent event, ManagedOrganization managed) {
        Organization organization = managed.organization();
        return event.withTarget(EndOrganization.target(organization))
                .withChanges(Map.of("slug", Change.to(organization.slug().value())));
    }
}
