package dev.rampart.domain.settings;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes what an organization has chosen: with the next request on every node. */
public final class ChangeSettings {

    private final UnitOfWork<? extends SettingsStores> unitOfWork;
    private final Brandings brandings;
    private final InstantSource clock;
    private final Entropy entropy;

    public ChangeSettings(
            UnitOfWork<? extends SettingsStores> unitOfWork,
            Brandings brandings,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.brandings = brandings;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Outcome change(OrgId org, Request request) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(
                        AuditEventId.of(now, entropy),
                        AuditEvent.Type.SETTINGS_UPDATED,
                        request.by().cause(),
                        now)
                .withTarget(Target.of(Target.Kind.ORGANIZATION, org.toString()));
        Outcome outcome = unitOfWork.call(org, stores -> {
            Optional<OrganizationSettings> before = stores.settings().lock();
            if (before.isEmpty()) {
                return new Unknown();
            }
            Optional<Refusal> refusal = objection(before.get(), request);
            if (refusal.isPresent()) {
                stores.auditEvents().add(event.refusedBecause(refusal.get()));
                return new Refused(refusal.get());
            }
            OrganizationSettings after =
                    request.edit().apply(before.get()).withVersion(before.get().version() + 1);
            stores.settings().replace(after, now);
            stores.auditEvents().add(event.withChanges(SettingsChanges.between(before.get(), after)));
            return new Changed(after);
        });
        if (outcome instanceof Changed) {
            brandings.forget(org);
        }
        return outcome;
    }

    private static Optional<Refusal> objection(OrganizationSettings before, Request request) {
        if (!request.by().may(Permission.SETTINGS_WRITE)) {
            return Optional.of(Refusal.PERMISSION_MISSING);
        }
        return request.expected().admits(before.version()) ? Optional.empty() : Optional.of(Refusal.STALE);
    }

    /**
     * What to change, and who does.
     *
     * @param edit makes the new settings of the old ones; may be called more than once
     */
    public record Request(UnaryOperator<OrganizationSettings> edit, Expected expected, Authority by) {}

    public sealed interface Outcome {}

    public record Changed(OrganizationSettings settings) implements Outcome {}

    /** There is no such organization. */
    public record Unknown() implements Outcome {}

    public record Refused(Refusal why) implements Outcome {}

    /** Why settings stayed as they were. */
    public enum Refusal {
        PERMISSION_MISSING,
        /** They have been changed since the caller read them. */
        STALE
    }
}
