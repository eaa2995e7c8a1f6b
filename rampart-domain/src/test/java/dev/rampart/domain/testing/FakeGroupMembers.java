package dev.rampart.domain.testing;

import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.group.GroupMembers;
import dev.rampart.domain.group.Member;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import java.time.Instant;

record FakeGroupMembers(FakeTenant tenant) implements GroupMembers {

    @Override
    public Page<Member> page(GroupId group, PageRequest request) {
        throw FakeStores.noFake();
    }

    @Override
    public boolean contains(GroupId group, RoleHolder member) {
        return tenant.places.containsKey(new FakeRows.Place(group, member));
    }

    @Override
    public void add(GroupId group, RoleHolder member, Instant now) {
        FakeTenant.existing(tenant.groups, group);
        tenant.places.putIfAbsent(new FakeRows.Place(group, member), now);
    }

    @Override
    public void remove(GroupId group, RoleHolder member) {
        tenant.places.remove(new FakeRows.Place(group, member));
    }
}
