package dev.rampart.domain.organization;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Renames an organization, or switches it off and on.
 *
 * <p>Who is switched off cannot switch itself on again, so that only they may do it who may make organizations; and the
 * default one stays on, since they live in it.
 */
public final class ChangeOrganization {

    private final UnitOfWork<? extends OrganizationAdminStores> unitOfWork;
    private final OrganizationDirectory directory;
    private final InstantSource clock;
    private final Entropy entropy;

    public ChangeOrganization(
            UnitOfWork<? extends OrganizationAdminStores> unitOfWork,
            OrganizationDirectory directory,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.directory = directory;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Takes effect with the next statement on every node; this one's memory is brought up to date at once. */
    public Outcome change(OrgId org, Request request) {
        Instant now = clock.instant();
        AuditEvent event = AuditEvent.of(
                        AuditEventId.of(now, entropy),
                        AuditEvent.Type.ORGANIZATION_UPDATED,
                        request.by().cause(),
                        now)
                .withTarget(Target.of(Target.Kind.ORGANIZATION, org.toString()));
        Outcome outcome = unitOfWork.call(org, stores -> {
            Optional<ManagedOrganization> found = stores.organizationRegister().lock();
            if (found.isEmpty()) {
                return new Unknown();
            }
            Organization before = found.get().organization();
            if (!request.expected().admits(before.version())) {
                return new Stale();
            }
            Organization after = edited(before, request);
            Optional<Refusal> refusal = found.get().deletion().isPresent()
                    ? Optional.of(Refusal.DELETED)
                    : objection(before, after, request.by());
            if (refusal.isPresent()) {
                stores.auditEvents().add(event.refusedBecause(refusal.get()));
                return new Forbidden(refusal.get());
            }
            ManagedOrganization changed =
                    new ManagedOrganization(after, found.get().createdAt(), now, Optional.empty());
            stores.organizationRegister().replace(changed);
            stores.auditEvents().add(event.withChanges(changes(before, after)));
            return new Changed(changed);
        });
        if (outcome instanceof Changed(ManagedOrganization changed)) {
            var _ = directory.afresh(changed.organization().slug());
        }
        return outcome;
    }

    private static Organization edited(Organization before, Request request) {
        return new Organization(
                before.id(),
                before.slug(),
                request.name().orElse(before.name()),
                request.enabled().orElse(before.enabled()),
                before.version() + 1);
    }

    private static Optional<Refusal> objection(Organization before, Organization after, Authority by) {
        if (before.enabled() == after.enabled()) {
            return Optional.empty();
        }
        if (before.slug().equals(OrgSlug.DEFAULT)) {
            return Optional.of(Refusal.DEFAULT_STAYS_ENABLED);
        }
        return by.may(Permission.ORGANIZATION_CREATE) ? Optional.empty() : Optional.of(Refusal.NOT_ONES_OWN);
    }

    private static Map<String, Change> changes(Organization before, Organization after) {
        Map<String, Change> changes = new HashMap<>();
        if (!before.name().equals(after.name())) {
            changes.put("name", new Change(Optional.of(before.name()), Optional.of(after.name())));
        }
        if (before.enabled() != after.enabled()) {
            changes.put("enabled", new Change(text(before.enabled()), text(after.enabled())));
        }
        return changes;
    }

    private static Optional<String> text(boolean flag) {
        return Optional.of(Boolean.toString(flag));
    }

    /** What to change, and who does. What is empty stays. */
    public record Request(Optional<String> name, Optional<Boolean> enabled, Expected expected, Authority by) {}

    public sealed interface Outcome {}

    public record Changed(ManagedOrganization organization) implements Outcome {}

    public record Unknown() implements Outcome {}

    /** It has been changed since the caller read it. */
    public record Stale() implements Outcome {}

    public record Forbidden(Refusal why) implements Outcome {}

    /** Why an organization stayed as it was. */
    public enum Refusal {
        DEFAULT_STAYS_ENABLED,
        /** It has to be restored first. */
        DELETED,
        NOT_ONES_OWN
    }
}
