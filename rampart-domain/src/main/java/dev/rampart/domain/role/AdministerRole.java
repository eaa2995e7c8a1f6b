package dev.rampart.domain.role;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Makes, changes and removes the roles of an organization.
 *
 * <p>A role that is changed is changed for everybody who holds it, and one that is removed is taken from them. So
 * nobody touches a role that may do more than they, and nobody makes it so.
 */
public final class AdministerRole {

    private final UnitOfWork<? extends RoleAdminStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public AdministerRole(UnitOfWork<? extends RoleAdminStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    public Outcome create(OrgId org, UnaryOperator<OwnRole> edit, By by) {
        Instant now = clock.instant();
        OwnRole role = edit.apply(OwnRole.blank(new OwnRoleId(Uuid7.of(now, entropy)), now));
        AuditEvent event = event(AuditEvent.Type.ROLE_CREATED, by, now)
                .withTarget(target(role))
                .withChanges(between(OwnRole.blank(role.id(), now), role));
        return unitOfWork.call(org, stores -> {
            stores.roleHolders().holdOwners(); // Of two who would make the last one that there is room for, one waits.
            Optional<Refusal> refusal = objection(role, by)
                    .or(() -> stores.roleRegister().all().size() >= OwnRole.MAX
                            ? Optional.of(Refusal.TOO_MANY)
                            : Optional.empty())
                    .or(() -> stores.roleRegister().add(role) ? Optional.empty() : Optional.of(Refusal.NAME_TAKEN));
            return told(stores, event, refusal, new Done(role));
        });
    }

    /** {@code edit} makes the new role of the old one; it may be called more than once. */
    public Outcome change(OrgId org, Which which, UnaryOperator<OwnRole> edit, By by) {
        Act change = (stores, before, event) -> {
            OwnRole after = edit.apply(before).changedAt(before.version(), event.createdAt());
            Optional<Refusal> refusal = objection(after, by)
                    .or(() ->
                            stores.roleRegister().replace(after) ? Optional.empty() : Optional.of(Refusal.NAME_TAKEN));
            return told(stores, event.withChanges(between(before, after)), refusal, new Done(after));
        };
        return act(org, AuditEvent.Type.ROLE_UPDATED, new Judged(which, by, change));
    }

    /** Takes it from everybody who holds it, too. */
    public Outcome remove(OrgId org, Which which, By by) {
        Act removal = (stores, before, event) -> {
            stores.roleRegister().remove(before.id());
            return told(stores, event, Optional.empty(), new Removed());
        };
        return act(org, AuditEvent.Type.ROLE_DELETED, new Judged(which, by, removal));
    }

    /** What is done with a locked role that the caller may touch. */
    @FunctionalInterface
    private interface Act {
        Outcome on(RoleAdminStores stores, OwnRole before, AuditEvent event);
    }

    private Outcome act(OrgId org, AuditEvent.Type type, Judged judged) {
        AuditEvent event = event(type, judged.by(), clock.instant());
        return unitOfWork.call(org, stores -> switch (judged.which().key()) {
            case Role role ->
                told(stores, event.withTarget(target(role)), Optional.of(Refusal.BUILT_IN), new Unknown());
            case OwnRoleId id -> act(stores, id, event, judged);
        });
    }

    private record Judged(Which which, By by, Act act) {}

    private static Outcome act(RoleAdminStores stores, OwnRoleId id, AuditEvent event, Judged judged) {
        Optional<OwnRole> found = stores.roleRegister().lock(id);
        if (found.isEmpty()) {
            return new Unknown();
        }
        OwnRole before = found.get();
        if (!judged.which().expected().admits(before.version())) {
            return new Stale();
        }
        AuditEvent about = event.withTarget(target(before));
        return judged.by().authority().covers(before.rights())
                ? judged.act().on(stores, before, about)
                : told(stores, about, Optional.of(Refusal.MAY_DO_MORE), new Unknown());
    }

    private static Optional<Refusal> objection(OwnRole role, By by) {
        if (Role.parse(role.name()).isPresent()) {
            return Optional.of(Refusal.NAME_TAKEN);
        }
        if (role.permissions().contains(Permission.ORGANIZATION_CREATE) && !by.inDefault()) {
            return Optional.of(Refusal.DEFAULT_ORGANIZATION_ONLY);
        }
        return by.authority().covers(role.rights()) ? Optional.empty() : Optional.of(Refusal.MAY_DO_MORE);
    }

    private static Outcome told(RoleAdminStores stores, AuditEvent event, Optional<Refusal> refusal, Outcome done) {
        stores.auditEvents().add(refusal.map(event::refusedBecause).orElse(event));
        return refusal.<Outcome>map(Refused::new).orElse(done);
    }

    private AuditEvent event(AuditEvent.Type type, By by, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), type, by.authority().cause(), now);
    }

    private static Target target(OwnRole role) {
        return new Target(Target.Kind.ROLE, role.id().toString(), Optional.of(role.name()));
    }

    private static Target target(Role role) {
        return new Target(Target.Kind.ROLE, role.toString(), Optional.of(role.toString()));
    }

    private static Map<String, Change> between(OwnRole before, OwnRole after) {
        Map<String, Change> changes = new TreeMap<>();
        Change.note(changes, "name", before.name(), after.name());
        Change.note(changes, "description", before.description(), after.description());
        Change.note(changes, "permissions", words(before.permissions()), words(after.permissions()));
        Change.note(
                changes,
                "application_roles",
                String.join(" ", before.applicationRoles()),
                String.join(" ", after.applicationRoles()));
        return changes;
    }

    private static String words(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::toString).collect(Collectors.joining(" "));
    }

    /** Which role, and which version of it. */
    public record Which(RoleKey key, Expected expected) {}

    /** Who wants it; {@code inDefault}: in the default organization. */
    public record By(Authority authority, boolean inDefault) {}

    public sealed interface Outcome {}

    /** It is so now. */
    public record Done(OwnRole role) implements Outcome {}

    public record Removed() implements Outcome {}

    public record Unknown() implements Outcome {}

    /** It has been changed since the caller read it. */
    public record Stale() implements Outcome {}

    public record Refused(Refusal why) implements Outcome {}

    /** Why it stayed as it was. */
    public enum Refusal {
        /** What built-in roles may do is settled. */
        BUILT_IN,
        /** Only there can somebody make organizations. */
        DEFAULT_ORGANIZATION_ONLY,
        /** It may do, or would, what the caller may not. */
        MAY_DO_MORE,
        NAME_TAKEN,
        TOO_MANY
    }
}
