package dev.rampart.domain.testing;

import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.RoleRegister;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

record FakeRoleRegister(FakeTenant tenant) implements RoleRegister {

    @Override
    public boolean add(OwnRole role) {
        if (isTaken(role)) {
            return false;
        }
        FakeTenant.insert(tenant.ownRoles, role.id(), role);
        return true;
    }

    @Override
    public List<OwnRole> all() {
        return tenant.ownRoles.values().stream()
                .sorted(Comparator.comparing(OwnRole::name))
                .toList();
    }

    @Override
    public Optional<OwnRole> find(OwnRoleId id) {
        return Optional.ofNullable(tenant.ownRoles.get(id));
    }

    @Override
    public Optional<OwnRole> keep(OwnRoleId id) {
        return find(id);
    }

    @Override
    public Optional<OwnRole> lock(OwnRoleId id) {
        return find(id);
    }

    @Override
    public boolean replace(OwnRole role) {
        if (isTaken(role)) {
            return false;
        }
        tenant.ownRoles.replace(role.id(), role);
        return true;
    }

    @Override
    public void remove(OwnRoleId id) {
        tenant.roles.removeIf(held -> held.role().equals(id));
        tenant.ownRoles.remove(id);
    }

    private boolean isTaken(OwnRole role) {
        return tenant.ownRoles.values().stream()
                .anyMatch(
                        known -> known.name().equals(role.name()) && !known.id().equals(role.id()));
    }
}
