package dev.rampart.domain.testing;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.role.HeldRole;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleHolders;
import dev.rampart.domain.role.RoleKey;
import dev.rampart.domain.role.RoleSet;
import dev.rampart.domain.user.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

record FakeRoleHolders(FakeTenant tenant) implements RoleHolders {

    @Override
    public boolean isThere(RoleHolder holder) {
        return switch (holder.kind()) {
            case USER -> tenant.users.containsKey(new UserId(UUID.fromString(holder.id())));
            case CLIENT -> tenant.clients.containsKey(new ClientId(holder.id()));
            case GROUP -> tenant.groups.containsKey(FakeHolding.groupId(holder));
        };
    }

    @Override
    public boolean lock(RoleHolder holder) {
        return isThere(holder);
    }

    @Override
    public RoleSet given(RoleHolder holder) {
        Set<Role> builtIn = EnumSet.noneOf(Role.class);
        List<OwnRole> own = new ArrayList<>();
        for (RoleKey key : new FakeHolding(tenant).given(holder).toList()) {
            switch (key) {
                case Role role -> builtIn.add(role);
                case OwnRoleId id -> own.add(FakeTenant.existing(tenant.ownRoles, id));
            }
        }
        own.sort(Comparator.comparing(OwnRole::name));
        return new RoleSet(builtIn, own);
    }

    @Override
    public List<HeldRole> ways(RoleHolder holder) {
        return new FakeHolding(tenant).ways(holder);
    }

    @Override
    public void holdOwners() {
        // One unit of work at a time holds everything.
    }

    @Override
    public boolean keepsAnOwner(Loss loss) {
        FakeHolding now = new FakeHolding(tenant);
        return now.without(loss).isHeldByAPerson(Role.OWNER) || !now.isHeldByAPerson(Role.OWNER);
    }
}
