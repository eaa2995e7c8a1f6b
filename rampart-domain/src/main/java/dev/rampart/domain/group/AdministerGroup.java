package dev.rampart.domain.group;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.group.GroupOutcome.Done;
import dev.rampart.domain.group.GroupOutcome.Refused;
import dev.rampart.domain.group.GroupOutcome.Removed;
import dev.rampart.domain.group.GroupOutcome.Stale;
import dev.rampart.domain.group.GroupOutcome.Unknown;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.shared.Uuid7;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Makes, changes, moves and removes groups.
 *
 * <p>A group that is put into another gets its roles, and one that is taken out of it loses them, with all who are in
 * it: so either takes whoever may give these roles. Whoever moves or removes one holds the organization's owners, so
 * that neither a circle closes nor the last owner goes while two do it at once.
 */
public final class AdministerGroup {

    private final UnitOfWork<? extends GroupStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public AdministerGroup(UnitOfWork<? extends GroupStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    public GroupOutcome create(OrgId org, UnaryOperator<Group> edit, Authority by) {
        Instant now = clock.instant();
        Group blank = Group.blank(new GroupId(Uuid7.of(now, entropy)), now);
        Group group = edit.apply(blank);
        AuditEvent event = event(AuditEvent.Type.GROUP_CREATED, by, now)
                .withTarget(target(group))
                .withChanges(between(blank, group));
        return unitOfWork.call(org, stores -> {
            stores.roleHolders().holdOwners();
            Optional<GroupRefusal> refusal = group.parent()
                    .flatMap(parent -> objection(stores, parent, 1, by))
                    .or(() -> stores.groups().add(group) ? Optional.empty() : Optional.of(GroupRefusal.NAME_TAKEN));
            return told(stores, event, refusal, new Done(group));
        });
    }

    /** {@code edit} makes the new group of the old one; it may be called more than once. */
    public GroupOutcome change(OrgId org, Request request, UnaryOperator<Group> edit) {
        return act(org, request, AuditEvent.Type.GROUP_UPDATED, (stores, before, event) -> {
            Group after = edit.apply(before).changedAt(before.version(), event.createdAt());
            Optional<GroupRefusal> refusal = (before.parent().equals(after.parent())
                            ? Optional.<GroupRefusal>empty()
                            : objectionToMove(stores, before, after.parent(), request.by()))
                    .or(() -> stores.groups().replace(after) ? Optional.empty() : Optional.of(GroupRefusal.NAME_TAKEN));
            return told(stores, event.withChanges(between(before, after)), refusal, new Done(after));
        });
    }

    /** Whoever was in it loses what they held by it. One that others are in must be emptied of them first. */
    public GroupOutcome remove(OrgId org, Request request) {
        return act(org, request, AuditEvent.Type.GROUP_DELETED, (stores, before, event) -> {
            Optional<GroupRefusal> refusal = objectionToRemoval(stores, before.id(), request.by());
            if (refusal.isEmpty()) {
                stores.groups().remove(before.id());
            }
            return told(stores, event, refusal, new Removed());
        });
    }

    /** What is done with a locked group. */
    @FunctionalInterface
    private interface Act {
        GroupOutcome on(GroupStores stores, Group before, AuditEvent event);
    }

    private GroupOutcome act(OrgId org, Request request, AuditEvent.Type type, Act act) {
        AuditEvent event = event(type, request.by(), clock.instant());
        return unitOfWork.call(org, stores -> {
            Optional<Group> found = stores.groups().lock(request.id());
            if (found.isEmpty()) {
                return new Unknown();
            }
            stores.roleHolders().holdOwners();
            return request.expected().admits(found.get().version())
                    ? act.on(stores, found.get(), event.withTarget(target(found.get())))
                    : new Stale();
        });
    }

    /** To putting a group of so many levels into another. */
    private static Optional<GroupRefusal> objection(GroupStores stores, GroupId parent, int levels, Authority by) {
        List<GroupId> above = stores.groups().lineage(parent);
        if (above.isEmpty()) {
            return Optional.of(GroupRefusal.PARENT_UNKNOWN);
        }
        if (above.size() + levels > Group.DEPTH_MAX) {
            return Optional.of(GroupRefusal.TOO_DEEP);
        }
        return objectionToGiving(stores, parent, by);
    }

    private static Optional<GroupRefusal> objectionToMove(
            GroupStores stores, Group group, Optional<GroupId> next, Authority by) {
        if (next.filter(parent -> stores.groups().lineage(parent).contains(group.id()))
                .isPresent()) {
            return Optional.of(GroupRefusal.CIRCLE);
        }
        Loss loss = new Loss.Place(group.id().asHolder(), next.map(GroupId::asHolder));
        return next.flatMap(parent -> objection(stores, parent, stores.groups().height(group.id()), by))
                .or(() -> group.parent().flatMap(parent -> objectionToGiving(stores, parent, by)))
                .or(() -> lastOwner(stores, loss));
    }

    private static Optional<GroupRefusal> objectionToRemoval(GroupStores stores, GroupId id, Authority by) {
        if (stores.groups().height(id) > 1) {
            return Optional.of(GroupRefusal.HOLDS_OTHERS);
        }
        return objectionToGiving(stores, id, by).or(() -> lastOwner(stores, new Loss.Holder(id.asHolder())));
    }

    private static Optional<GroupRefusal> objectionToGiving(GroupStores stores, GroupId id, Authority by) {
        return by.mayGive(stores.roles().of(id.asHolder())) ? Optional.empty() : Optional.of(GroupRefusal.MAY_DO_MORE);
    }

    private static Optional<GroupRefusal> lastOwner(GroupStores stores, Loss loss) {
        return stores.roleHolders().keepsAnOwner(loss) ? Optional.empty() : Optional.of(GroupRefusal.LAST_OWNER);
    }

    private static GroupOutcome told(
            GroupStores stores, AuditEvent event, Optional<GroupRefusal> refusal, GroupOutcome done) {
        stores.auditEvents().add(refusal.map(event::refusedBecause).orElse(event));
        return refusal.<GroupOutcome>map(Refused::new).orElse(done);
    }

    private AuditEvent event(AuditEvent.Type type, Authority by, Instant now) {
        return AuditEvent.of(AuditEventId.of(now, entropy), type, by.cause(), now);
    }

    private static Target target(Group group) {
        return new Target(Target.Kind.GROUP, group.id().toString(), Optional.of(group.name()));
    }

    private static Map<String, Change> between(Group before, Group after) {
        Map<String, Change> changes = new TreeMap<>();
        Change.note(changes, "name", before.name(), after.name());
        Change.note(changes, "description", before.description(), after.description());
        Change.note(
                changes,
                "parent_group_id",
                before.parent().map(GroupId::toString).orElse(""),
                after.parent().map(GroupId::toString).orElse(""));
        return changes;
    }

    /** Which group, and who wants it. */
    public record Request(GroupId id, Expected expected, Authority by) {}
}
