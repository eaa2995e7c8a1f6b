package dev.rampart.domain.testing;

import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.role.Roles;

/** Roles of both kinds, and groups that carry them. */
record FakeRoles(FakeTenant tenant) implements Roles {

    @Override
    public void assign(RoleHolder holder, RoleKey role) {
        tenant.roles.add(new FakeRows.HeldRole(holder, role));
    }

    @Override
    public void withdraw(RoleHolder holder, RoleKey role) {
        tenant.roles.remove(new FakeRows.HeldRole(holder, role));
    }

    @Override
    public Rights of(RoleHolder holder) {
        return tenant.rights(holder);
    }

    @Override
    public boolean isHeldByAPerson(Role role) {
        return new FakeHolding(tenant).isHeldByAPerson(role);
    }
}
