package dev.rampart.domain.testing;

import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.Roles;
import dev.rampart.domain.user.User;

record FakeRoles(FakeTenant tenant) implements Roles {

    @Override
    public void assign(RoleHolder holder, Role role) {
        tenant.roles.add(new FakeRows.HeldRole(holder, role));
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
