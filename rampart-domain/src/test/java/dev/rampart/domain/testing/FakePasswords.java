package dev.rampart.domain.testing;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.user.Passwords;
import dev.rampart.domain.user.UserId;
import java.time.Instant;

record FakePasswords(FakeTenant tenant) implements Passwords {

    @Override
    public void add(UserId user, PasswordHash hash, Instant now) {
        FakeTenant.existing(tenant.users, user);
        FakeTenant.insert(tenant.passwords, user, hash);
    }

    @Override
    public void set(UserId user, PasswordHash hash, Instant now) {
        FakeTenant.existing(tenant.users, user);
        tenant.passwords.put(user, hash);
    }

    @Override
    public void replaceHash(UserId user, PasswordHash verified, PasswordHash better) {
        tenant.passwords.replace(user, verified, better);
    }
}
