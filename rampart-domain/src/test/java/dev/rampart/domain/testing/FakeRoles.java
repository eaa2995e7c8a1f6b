package dev.rampart.domain.testing;

import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.role.Roles;
import dev.rampart.domain.user.User;

/** Knows the built-in roles, and no groups. */
record FakeRoles(FakeTenant tenant) implements Roles {

    @Override
    public void assign(RoleHolder holder, RoleKey role) {
        tenant.roles.add(new FakeRows.HeldRole(holder, builtIn(role)));
    }

    @Override
    public void withdraw(RoleHolder holder, RoleKey role) {
        tenant.roles.remove(new FakeRows.HeldRole(holder, builtIn(role)));
    }

    @Override
    public Rights of(RoleHolder holder) {
        return tenant.rights(holder);
    }

    @Override
    public boolean isHeldByAPerson(Role role) {
        return tenant.users.values().stream()
                .filter(User::enabled)
                .anyMatch(user -> tenant.rights(holder(user)).builtIn().contains(role));
    }

    private static Role builtIn(RoleKey key) {
        return switch (key) {
            case Role role -> role;
            case OwnRoleId _ -> throw new IllegalStateException("the fake has none of those: ask PostgreSQL");
        };
    }

    private static RoleHolder holder(User user) {
        return new RoleHolder(RoleHolder.Kind.USER, user.id().toString());
    }
}
