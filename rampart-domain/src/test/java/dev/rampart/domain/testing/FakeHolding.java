package dev.rampart.domain.testing;

import dev.rampart.domain.group.Group;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.role.HeldRole;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.role.RoleSet;
import dev.rampart.domain.user.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Who holds what, by roles given and by groups, one in another. */
record FakeHolding(FakeTenant tenant) {

    Rights rights(RoleHolder holder) {
        RoleSet held = held(holder);
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Set<String> applicationRoles = new HashSet<>();
        for (OwnRole role : held.own()) {
            permissions.addAll(role.permissions());
            applicationRoles.addAll(role.applicationRoles());
        }
        return new Rights(held.builtIn(), permissions, applicationRoles);
    }

    /** By themselves and by groups. */
    RoleSet held(RoleHolder holder) {
        Set<RoleHolder> carriers = new HashSet<>();
        carriers.add(holder);
        for (GroupId group : firstGroups(holder)) {
            lineage(group).forEach(id -> carriers.add(id.asHolder()));
        }
        Set<Role> builtIn = EnumSet.noneOf(Role.class);
        Set<OwnRole> own = new HashSet<>();
        for (FakeRows.HeldRole held : tenant.roles) {
            if (carriers.contains(held.holder())) {
                switch (held.role()) {
                    case Role role -> builtIn.add(role);
                    case OwnRoleId id -> own.add(FakeTenant.existing(tenant.ownRoles, id));
                }
            }
        }
        return new RoleSet(builtIn, List.copyOf(own));
    }

    boolean isHeldByAPerson(Role role) {
        return tenant.users.values().stream()
                .filter(User::enabled)
                .anyMatch(user -> held(holder(user)).builtIn().contains(role));
    }

    /** As it would be afterwards. */
    FakeHolding without(Loss loss) {
        FakeTenant after = tenant.copy();
        switch (loss) {
            case Loss.Nothing() -> {}
            case Loss.Assignment(RoleHolder holder) -> after.roles.remove(new FakeRows.HeldRole(holder, Role.OWNER));
            case Loss.Holder(RoleHolder holder) -> {
                after.users.keySet().removeIf(id -> id.toString().equals(holder.id()));
                after.groups.keySet().removeIf(id -> id.toString().equals(holder.id()));
            }
            case Loss.Membership(RoleHolder group, RoleHolder member) ->
                after.places.remove(new FakeRows.Place(groupId(group), member));
            case Loss.Place(RoleHolder group, Optional<RoleHolder> next) -> {
                Group before = FakeTenant.existing(after.groups, groupId(group));
                after.groups.put(before.id(), moved(before, next.map(FakeHolding::groupId)));
            }
        }
        return new FakeHolding(after);
    }

    /** A group, the one it is in, and so on; nothing if there is no such group. */
    List<GroupId> lineage(GroupId first) {
        List<GroupId> lineage = new ArrayList<>();
        Optional<Group> next = Optional.ofNullable(tenant.groups.get(first));
        while (next.isPresent()) {
            lineage.add(next.get().id());
            next = next.get().parent().map(tenant.groups::get);
        }
        return lineage;
    }

    /** By name of the role. */
    List<HeldRole> ways(RoleHolder holder) {
        Stream<HeldRole> own = given(holder).map(role -> way(role, List.of()));
        Stream<HeldRole> carried = firstGroups(holder).stream().flatMap(first -> {
            List<GroupId> above = lineage(first);
            return Stream.iterate(1, length -> length <= above.size(), length -> length + 1)
                    .map(length -> above.subList(0, length))
                    .flatMap(path -> given(path.getLast().asHolder()).map(role -> way(role, path)));
        });
        return Stream.concat(own, carried)
                .sorted(Comparator.comparing(HeldRole::name))
                .toList();
    }

    Stream<RoleKey> given(RoleHolder holder) {
        return tenant.roles.stream()
                .filter(held -> held.holder().equals(holder))
                .map(FakeRows.HeldRole::role);
    }

    private HeldRole way(RoleKey key, List<GroupId> path) {
        List<HeldRole.GroupStep> steps = path.stream()
                .map(id -> new HeldRole.GroupStep(
                        id.toString(), FakeTenant.existing(tenant.groups, id).name()))
                .toList();
        return switch (key) {
            case Role role -> new HeldRole(role, role.toString(), Rights.of(role), steps);
            case OwnRoleId id -> {
                OwnRole role = FakeTenant.existing(tenant.ownRoles, id);
                yield new HeldRole(id, role.name(), role.rights(), steps);
            }
        };
    }

    /** Those that somebody is in; of a group, it itself. */
    private List<GroupId> firstGroups(RoleHolder holder) {
        if (holder.kind() == RoleHolder.Kind.GROUP) {
            return List.of(groupId(holder));
        }
        List<GroupId> groups = new ArrayList<>();
        for (FakeRows.Place place : tenant.places.keySet()) {
            if (place.member().equals(holder)) {
                groups.add(place.group());
            }
        }
        return groups;
    }

    private static Group moved(Group group, Optional<GroupId> next) {
        return new Group(
                group.id(),
                group.name(),
                group.description(),
                next,
                group.version(),
                group.createdAt(),
                group.updatedAt());
    }

    static GroupId groupId(RoleHolder holder) {
        return new GroupId(UUID.fromString(holder.id()));
    }

    private static RoleHolder holder(User user) {
        return new RoleHolder(RoleHolder.Kind.USER, user.id().toString());
    }
}
