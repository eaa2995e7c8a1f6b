package dev.rampart.domain.testing;

import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.grant.UserGrants;
import dev.rampart.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

record FakeUserGrants(FakeTenant tenant) implements UserGrants {

    @Override
    public void add(UserGrant grant, Instant now) {
        FakeTenant.existing(tenant.users, grant.user());
        FakeTenant.existing(tenant.clients, grant.client());
        FakeTenant.existing(tenant.sessions, grant.session());
        FakeTenant.insert(tenant.grants, grant.id(), new FakeRows.Granted(grant, false));
    }

    @Override
    public void revoke(GrantId grant, Instant now) {
        tenant.grants.computeIfPresent(grant, (id, row) -> new FakeRows.Granted(row.grant(), true));
    }

    @Override
    public Optional<User> person(GrantId grant, Duration idle, Instant now) {
        return Optional.ofNullable(tenant.grants.get(grant))
                .filter(row -> !row.revoked())
                .map(FakeRows.Granted::grant)
                .filter(row -> tenant.isAlive(FakeTenant.existing(tenant.sessions, row.session()), idle, now))
                .filter(row -> tenant.isEnabled(row.client()) && tenant.isEnabled(row.user()))
                .map(row -> FakeTenant.existing(tenant.users, row.user()));
    }
}
