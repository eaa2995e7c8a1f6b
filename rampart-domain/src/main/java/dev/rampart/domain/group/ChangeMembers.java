package dev.rampart.domain.group;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.group.GroupOutcome.Done;
import dev.rampart.domain.group.GroupOutcome.Refused;
import dev.rampart.domain.group.GroupOutcome.Removed;
import dev.rampart.domain.group.GroupOutcome.Unknown;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.Entropy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Puts somebody into a group, or takes them out.
 *
 * <p>This gives or takes the roles of the group and of every group above it, so it takes whoever may give these.
 */
public final class ChangeMembers {

    private final UnitOfWork<? extends GroupStores> unitOfWork;
    private final InstantSource clock;
    private final Entropy entropy;

    public ChangeMembers(UnitOfWork<? extends GroupStores> unitOfWork, InstantSource clock, Entropy entropy) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.entropy = entropy;
    }

    public GroupOutcome add(OrgId org, Request request) {
        Instant now = clock.instant();
        AuditEvent event = event(AuditEvent.Type.GROUP_MEMBER_ADDED, request, now);
        return unitOfWork.call(org, stores -> {
            Optional<Group> group = stores.groups().lock(request.group());
            if (group.isEmpty() || !stores.roleHolders().lock(request.member())) {
                return new Unknown();
            }
            AuditEvent about = event.withTarget(target(group.get()));
            if (!mayGive(stores, request)) {
                return refused(stores, about, GroupRefusal.MAY_DO_MORE);
            }
            if (!stores.groupMembers().contains(request.group(), request.member())) {
                stores.groupMembers().add(request.group(), request.member(), now);
                stores.auditEvents().add(about);
            }
            return new Done(group.get());
        });
    }

    public GroupOutcome remove(OrgId org, Request request) {
        AuditEvent event = event(AuditEvent.Type.GROUP_MEMBER_REMOVED, request, clock.instant());
        return unitOfWork.call(org, stores -> {
            Optional<Group> group = stores.groups().lock(request.group());
            stores.roleHolders().holdOwners();
            if (group.isEmpty() || !stores.groupMembers().contains(request.group(), request.member())) {
                return new Unknown();
            }
            AuditEvent about = event.withTarget(target(group.get()));
            if (!mayGive(stores, request)) {
                return refused(stores, about, GroupRefusal.MAY_DO_MORE);
            }
            Loss loss = new Loss.Membership(request.group().asHolder(), request.member());
            if (!stores.roleHolders().keepsAnOwner(loss)) {
                return refused(stores, about, GroupRefusal.LAST_OWNER);
            }
            stores.groupMembers().remove(request.group(), request.member());
            stores.auditEvents().add(about);
            return new Removed();
        });
    }

    private static boolean mayGive(GroupStores stores, Request request) {
        return request.by().mayGive(stores.roles().of(request.group().asHolder()));
    }

    private static GroupOutcome refused(GroupStores stores, AuditEvent event, GroupRefusal why) {
        stores.auditEvents().add(event.refusedBecause(why));
        return new Refused(why);
    }

    private AuditEvent event(AuditEvent.Type type, Request request, Instant now) {
        String field = switch (request.member().kind()) {
            case USER -> "user";
            case CLIENT -> "client";
            case GROUP -> "group";
        };
        return AuditEvent.of(AuditEventId.of(now, entropy), type, request.by().cause(), now)
                .withChanges(Map.of(field, Change.to(request.member().id())));
    }

    private static Target target(Group group) {
        return new Target(Target.Kind.GROUP, group.id().toString(), Optional.of(group.name()));
    }

    /** Whom, into which group, and who wants it. */
    public record Request(GroupId group, RoleHolder member, Authority by) {}
}
