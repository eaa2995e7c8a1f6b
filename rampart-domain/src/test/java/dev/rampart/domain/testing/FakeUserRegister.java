package dev.rampart.domain.testing;

import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import dev.rampart.domain.user.UserRegister;
import java.time.Instant;
import java.util.Optional;

record FakeUserRegister(FakeTenant tenant) implements UserRegister {

    @Override
    public boolean add(ManagedUser user) {
        if (!new FakeUsers(tenant).add(user.user())) {
            return false;
        }
        keep(tenant, user);
        return true;
    }

    @Override
    public Page<ManagedUser> page(PageRequest request) {
        throw FakeStores.noFake();
    }

    @Override
    public Optional<ManagedUser> find(UserId id) {
        return Optional.ofNullable(tenant.users.get(id)).map(user -> managed(tenant, user));
    }

    @Override
    public Optional<ManagedUser> lock(UserId id) {
        return find(id);
    }

    @Override
    public boolean replace(ManagedUser user) {
        if (FakeUsers.isTaken(tenant, user.user())) {
            return false;
        }
        keep(tenant, user);
        return true;
    }

    @Override
    public void remove(UserId id) {
        RoleHolder holder = new RoleHolder(RoleHolder.Kind.USER, id.toString());
        tenant.roles.removeIf(held -> held.holder().equals(holder));
        tenant.places.keySet().removeIf(place -> place.member().equals(holder));
        tenant.grants.values().removeIf(row -> row.grant().user().equals(id));
        tenant.logoutNotices.removeIf(row -> row.notice().user().equals(id));
        tenant.sessions.values().removeIf(row -> row.user().equals(id));
        tenant.passwords.remove(id);
        tenant.withDemand.remove(id);
        tenant.kept.remove(id);
        tenant.deleted.remove(id);
        tenant.users.remove(id);
    }

    @Override
    public void endSessions(UserId id, Instant now) {
        endSessions(tenant, id, now);
    }

    static void endSessions(FakeTenant tenant, UserId id, Instant now) {
        tenant.sessions.values().stream()
                .filter(session -> session.user().equals(id))
                .toList()
                .forEach(session -> FakeLogoutNotices.end(tenant, session, now));
    }

    static void keep(FakeTenant tenant, ManagedUser user) {
        UserId id = user.user().id();
        tenant.users.put(id, user.user());
        tenant.kept.put(id, new FakeRows.Kept(user.attributes(), user.version()));
        if (user.passwordChangeRequired()) {
            tenant.withDemand.add(id);
        } else {
            tenant.withDemand.remove(id);
        }
    }

    private static ManagedUser managed(FakeTenant tenant, User user) {
        FakeRows.Kept kept = tenant.kept.getOrDefault(user.id(), FakeRows.Kept.NOTHING);
        return new ManagedUser(user, kept.attributes(), tenant.withDemand.contains(user.id()), kept.version());
    }
}
