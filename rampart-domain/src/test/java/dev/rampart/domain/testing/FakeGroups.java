package dev.rampart.domain.testing;

import dev.rampart.domain.group.Group;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.group.Groups;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.user.CanonicalName;
import java.util.List;
import java.util.Optional;

record FakeGroups(FakeTenant tenant) implements Groups {

    @Override
    public boolean add(Group group) {
        if (isTaken(group)) {
            return false;
        }
        FakeTenant.insert(tenant.groups, group.id(), group);
        return true;
    }

    @Override
    public Page<Group> page(PageRequest request) {
        throw FakeStores.noFake();
    }

    @Override
    public Optional<Group> find(GroupId id) {
        return Optional.ofNullable(tenant.groups.get(id));
    }

    @Override
    public Optional<Group> lock(GroupId id) {
        return find(id);
    }

    @Override
    public boolean replace(Group group) {
        if (isTaken(group)) {
            return false;
        }
        tenant.groups.replace(group.id(), group);
        return true;
    }

    @Override
    public void remove(GroupId id) {
        tenant.places.keySet().removeIf(place -> place.group().equals(id));
        tenant.roles.removeIf(held -> held.holder().equals(id.asHolder()));
        tenant.groups.remove(id);
    }

    @Override
    public List<GroupId> lineage(GroupId id) {
        return new FakeHolding(tenant).lineage(id);
    }

    @Override
    public int height(GroupId id) {
        return 1
                + tenant.groups.values().stream()
                        .filter(group -> group.parent().equals(Optional.of(id)))
                        .mapToInt(group -> height(group.id()))
                        .max()
                        .orElse(0);
    }

    private boolean isTaken(Group group) {
        CanonicalName name = CanonicalName.of(group.name());
        return tenant.groups.values().stream()
                .anyMatch(known -> !known.id().equals(group.id())
                        && CanonicalName.of(known.name()).equals(name));
    }
}
