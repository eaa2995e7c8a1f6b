package dev.rampart.domain.testing;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.user.DeletedUser;
import dev.rampart.domain.user.DeletedUsers;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

record FakeDeletedUsers(FakeTenant tenant) implements DeletedUsers {

    @Override
    public void add(UserId id, Instant now, Instant restorableUntil) {
        ManagedUser before = new FakeUserRegister(tenant).find(id).orElseThrow();
        DeletedUser gone = new DeletedUser(next(before, false, now), now, restorableUntil);
        tenant.deleted.put(id, new FakeRows.Deleted(gone, before.user().enabled()));
        tenant.users.remove(id);
        FakeUserRegister.endSessions(tenant, id, now);
    }

    @Override
    public Page<DeletedUser> page(PageRequest request) {
        throw FakeStores.noFake();
    }

    @Override
    public Optional<DeletedUser> lock(UserId id) {
        return Optional.ofNullable(tenant.deleted.get(id)).map(FakeRows.Deleted::user);
    }

    @Override
    public ManagedUser restore(UserId id, Instant now) {
        FakeRows.Deleted row = FakeTenant.existing(tenant.deleted, id);
        tenant.deleted.remove(id);
        ManagedUser restored = next(row.user().person(), row.wasEnabled(), now);
        FakeUserRegister.keep(tenant, restored);
        return restored;
    }

    private static ManagedUser next(ManagedUser before, boolean enabled, Instant now) {
        User user = before.user();
        User after = new User(
                user.id(),
                user.username(),
                user.email(),
                user.emailVerified(),
                user.profile(),
                enabled,
                user.createdAt(),
                now);
        return new ManagedUser(after, before.attributes(), before.passwordChangeRequired(), before.version() + 1);
    }
}
