package dev.rampart.domain.testing;

import dev.rampart.domain.grant.Behind;
import dev.rampart.domain.grant.RefreshTokens;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.settings.TokenPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;

record FakeRefreshTokens(FakeTenant tenant) implements RefreshTokens {

    @Override
    public void add(Fresh token, Instant now) {
        FakeTenant.existing(tenant.grants, token.grant());
        TokenPolicy policy = tenant.settings.token();
        Instant end = now.plus(policy.refreshAbsolute().orElse(token.lifetimes().absolute()));
        tenant.ends.put(token.grant(), end);
        FakeTenant.insert(
                tenant.refreshTokens,
                token.token(),
                new FakeRows.Refreshing(
                        token.grant(), earlier(end, now.plus(idle(token.lifetimes()))), null, new byte[0]));
    }

    @Override
    public Rotation rotate(Presented presented, Instant now) {
        Optional<Instant> limited = tenant.limited(FakeRows.Bucket.token(presented.network()), presented.limit(), now);
        if (limited.isPresent()) {
            return new Rotation.Limited(limited.get());
        }
        if (!tenant.isCurrent(presented.client(), presented.clientVersion())) {
            return new Rotation.ClientChanged();
        }
        FakeRows.Refreshing row = tenant.refreshTokens.get(presented.token());
        if (row == null) {
            return new Rotation.Unknown();
        }
        FakeRows.Granted granted = FakeTenant.existing(tenant.grants, row.grant());
        Behind behind = tenant.behind(granted, presented.sessionIdle(), now);
        if (row.rotatedAt() != null) {
            return new Rotation.AlreadyRotated(granted.grant(), behind, row.rotatedAt(), row.successor());
        }
        boolean expired = !now.isBefore(row.expiresAt());
        if (expired || !behind.standing() || !covers(granted.grant(), presented)) {
            return new Rotation.Unmoved(granted.grant(), behind, expired);
        }
        Instant end = FakeTenant.existing(tenant.ends, row.grant());
        tenant.refreshTokens.put(
                presented.token(), new FakeRows.Refreshing(row.grant(), row.expiresAt(), now, presented.sealed()));
        FakeTenant.insert(
                tenant.refreshTokens,
                presented.successor(),
                new FakeRows.Refreshing(
                        row.grant(), earlier(end, now.plus(idle(presented.lifetimes()))), null, new byte[0]));
        return new Rotation.Rotated(granted.grant(), behind);
    }

    private static boolean covers(UserGrant grant, Presented presented) {
        return grant.client().equals(presented.client())
                && presented
                        .wanted()
                        .scopes()
                        .map(scopes -> grant.scopes().values().containsAll(scopes.values()))
                        .orElse(true)
                && new HashSet<>(grant.resources())
                        .containsAll(presented.wanted().resources());
    }

    private Duration idle(Lifetimes lifetimes) {
        return tenant.settings.token().refreshIdle().orElse(lifetimes.idle());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
