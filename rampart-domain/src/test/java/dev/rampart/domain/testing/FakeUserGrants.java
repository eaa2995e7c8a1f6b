package dev.rampart.domain.testing;

import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.grant.IssuedToken;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.grant.UserGrants;
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
    public Optional<Told> person(IssuedToken token, Duration idle, Instant now) {
        return token.grant()
                .map(tenant.grants::get)
                .filter(row -> !tenant.revokedTokens.contains(token.id()))
                .filter(row -> tenant.isEnabled(row.grant().client()) && tenant.isStanding(row, idle, now))
                .map(FakeRows.Granted::grant)
                .map(grant -> new Told(FakeTenant.existing(tenant.users, grant.user()), grant.claims()));
    }
}
