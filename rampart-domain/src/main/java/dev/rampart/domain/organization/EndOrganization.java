package dev.rampart.domain.organization;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends an organization in two steps: it is marked, which disables it everywhere at once, and erased when its time has
 * come or when somebody says so. Until then it can be restored.
 */
public final class EndOrganization {

    /** How long it can be restored. */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    private final UnitOfWork<? extends OrganizationEndStores> unitOfWork;
    private final OrganizationDirectory directory;
    private final Vault vault;
    private final InstantSource clock;
    private final Entropy entropy;

    public EndOrganization(
            UnitOfWork<? extends OrganizationEndStores> unitOfWork,
            OrganizationDirectory directory,
            Vault vault,
            InstantSource clock,
            Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.directory = directory;
        this.vault = vault;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** Whoever may delete it. A second call changes nothing. */
    public Outcome mark(OrgId org, Request request) {
        return act(org, request, AuditEvent.Type.ORGANIZATION_DELETED, (before, now) -> {
            if (!request.by().may(Permission.ORGANIZATION_DELETE)) {
                return new Refused(Refusal.PERMISSION_MISSING);
            }
            if (before.deletion().isPresent()) {
                return new Unchanged(before);
            }
            Deletion deletion =
                    new Deletion(now.plus(RESTORABLE), before.organization().enabled(), Optional.empty());
            return new Changed(before.marked(deletion, now));
        });
    }

    /** Whoever may make organizations: in the one that is marked nobody can do anything. */
    public Outcome restore(OrgId org, Request request) {
        return act(
                org,
                request,
                AuditEvent.Type.ORGANIZATION_RESTORED,
                (before, now) -> marked(before, request)
                        .<Outcome>map(deletion -> deletion.begunAt().isPresent()
                                ? new Refused(Refusal.BEING_ERASED)
                                : new Changed(before.restored(deletion, now)))
                        .orElseGet(() -> notMarked(request)));
    }

    /** Does not wait for its time to come. {@code slug} has to be its own: nobody erases the wrong one by mistake. */
    public Outcome erase(OrgId org, String slug, Request request) {
        return act(
                org,
                request,
                AuditEvent.Type.ORGANIZATION_ERASURE_BEGUN,
                (before, now) -> marked(before, request)
                        .<Outcome>map(deletion -> erased(before, deletion, slug, now))
                        .orElseGet(() -> notMarked(request)));
    }

    private static Outcome erased(ManagedOrganization before, Deletion deletion, String slug, Instant now) {
        if (!before.organization().slug().value().equals(slug)) {
            return new Refused(Refusal.ANOTHER_SLUG);
        }
        if (deletion.begunAt().isPresent()) {
            return new Unchanged(before);
        }
        Deletion begun = new Deletion(now, deletion.enabledBefore(), Optional.of(now));
        return new Changed(before.marked(begun, now));
    }

    private static Optional<Deletion> marked(ManagedOrganization before, Request request) {
        return before.deletion().filter(_ -> request.by().may(Permission.ORGANIZATION_CREATE));
    }

    private static Outcome notMarked(Request request) {
        return new Refused(
                request.by().may(Permission.ORGANIZATION_CREATE) ? Refusal.NOT_DELETED : Refusal.PERMISSION_MISSING);
    }

    /** What becomes of a locked organization. */
    @FunctionalInterface
    private interface Act {
        Outcome on(ManagedOrganization before, Instant now);
    }

    private Outcome act(OrgId org, Request request, AuditEvent.Type type, Act act) {
        Instant now = clock.instant();
        BothLogs logs = BothLogs.open(directory, vault);
        AuditEvent event =
                AuditEvent.of(AuditEventId.of(now, entropy), type, request.by().cause(), now);
        Outcome outcome = unitOfWork.call(org, stores -> {
            Optional<ManagedOrganization> found = stores.organizationRegister().lock();
            if (found.isEmpty()) {
                return new Unknown();
            }
            ManagedOrganization before = found.get();
            Outcome decided = decided(before, request, () -> act.on(before, now));
            AuditEvent about = event.withTarget(target(before.organization()));
            switch (decided) {
                case Changed(ManagedOrganization after) -> {
                    stores.organizationRegister().replace(after);
                    logs.add(stores, org, about.withChanges(changes(before, after)));
                }
                case Refused(Refusal why) -> stores.auditEvents().add(about.refusedBecause(why));
                case Unchanged _, Unknown _ -> {}
            }
            return decided;
        });
        if (outcome instanceof Changed(ManagedOrganization after)) {
            var _ = directory.afresh(after.organization().slug());
        }
        return outcome;
    }

    private static Outcome decided(ManagedOrganization before, Request request, Supplier<Outcome> act) {
        if (before.organization().slug().equals(OrgSlug.DEFAULT)) {
            return new Refused(Refusal.DEFAULT_STAYS);
        }
        return request.expected().admits(before.organization().version()) ? act.get() : new Refused(Refusal.STALE);
    }

    static Target target(Organization organization) {
        return new Target(Target.Kind.ORGANIZATION, organization.id().toString(), Optional.of(organization.name()));
    }

    private static Map<String, Change> changes(ManagedOrganization before, ManagedOrganization after) {
        Map<String, Change> changes = new HashMap<>();
        changes.put("slug", Change.to(after.organization().slug().value()));
        changes.put(
                "deletion_at",
                new Change(
                        before.deletion().map(Deletion::dueAt).map(Instant::toString),
                        after.deletion().map(Deletion::dueAt).map(Instant::toString)));
        return changes;
    }

    /** Who wants it, and which version they have seen. */
    public record Request(Expected expected, Authority by) {}

    public sealed interface Outcome {}

    public record Changed(ManagedOrganization organization) implements Outcome {}

    /** It was so already. */
    public record Unchanged(ManagedOrganization organization) implements Outcome {}

    public record Unknown() implements Outcome {}

    public record Refused(Refusal why) implements Outcome {}

    /** Why an organization stayed as it was. */
    public enum Refusal {
        /** Whoever looks after the server lives in it. */
        DEFAULT_STAYS,
        PERMISSION_MISSING,
        /** It has been changed since the caller read it. */
        STALE,
        /** There is nothing to take back, and nobody is erased who was not deleted first. */
        NOT_DELETED,
        BEING_ERASED,
        ANOTHER_SLUG
    }
}
