package dev.rampart.domain.testing;

import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.Roles;
import dev.rampart.domain.user.User;
import java.util.Set;

record FakeRoles(FakeTenant tenant) implements Roles {

    @Override
    public void assign(RoleHolder holder, Role role) {
        tenant.roles.add(new FakeRows.HeldRole(holder, role));
    }

    @Override
    public void withdraw(RoleHolder holder, Role role) {
        tenant.roles.remove(new FakeRows.HeldRole(holder, role));
    }

    @Override
    public Set<Role> of(RoleHolder holder) {
        return tenant.roles(holder);
    }

    @Override
    public int countPeople(Role role) {
        return (int) tenant.users.values().stream()
                .filter(User::enabled)
                .filter(user -> tenant.roles(holder(user)).contains(role))
                .count();
    }

    @Override
    public boolean isHeldByAPerson(Role role) {
        return tenant.users.values().stream()
                .filter(User::enabled)
                .anyMatch(user -> tenant.roles(holder(user)).contains(role));
    }

    private static RoleHolder holder(User user) {
        return new RoleHolder(RoleHolder.Kind.USER, user.id().toString());
    }
}
