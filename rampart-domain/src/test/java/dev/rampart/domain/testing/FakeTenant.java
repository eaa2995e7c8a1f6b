package dev.rampart.domain.testing;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.Behind;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.group.Group;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.session.PasswordDemands;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.settings.OrganizationSettings;
import dev.rampart.domain.settings.SessionPolicy;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one organization has: its rows are values, so a copy of the tables is a copy of everything. */
final class FakeTenant {

    final Map<UserId, User> users = new HashMap<>();
    final Map<UserId, PasswordHash> passwords = new HashMap<>();
    final Set<UserId> withDemand = new HashSet<>();
    final Map<Sha256, PasswordDemands.Demand> demands = new HashMap<>();
    final Map<ClientId, Client> clients = new HashMap<>();
    final Set<FakeRows.HeldRole> roles = new HashSet<>();
    final Map<Sha256, FakeRows.Flow> flows = new HashMap<>();
    final Map<Sha256, FakeRows.Link> setupLinks = new HashMap<>();
    final Map<SessionId, FakeRows.Started> sessions = new HashMap<>();
    final Map<GrantId, FakeRows.Granted> grants = new HashMap<>();
    final Map<Sha256, FakeRows.Code> codes = new HashMap<>();
    final Map<Sha256, FakeRows.Refreshing> refreshTokens = new HashMap<>();
    final Map<GrantId, Instant> ends = new HashMap<>();
    final Set<String> revokedTokens = new HashSet<>();
    final Map<FakeRows.Consenting, Allowed> consents = new HashMap<>();
    final Map<FakeRows.Account, FakeRows.Guesses> guesses = new HashMap<>();
    final Map<FakeRows.Bucket, Instant> rates = new HashMap<>();
    final Map<OwnRoleId, OwnRole> ownRoles = new HashMap<>();
    final Map<GroupId, Group> groups = new HashMap<>();
    final Map<FakeRows.Place, Instant> places = new HashMap<>();
    final Map<UserId, FakeRows.Kept> kept = new HashMap<>();
    final Map<UserId, FakeRows.Deleted> deleted = new HashMap<>();
    final Map<ClientId, Instant> registered = new HashMap<>();
    final List<FakeRows.Noticed> logoutNotices = new ArrayList<>();
    final List<SigningKey> signingKeys = new ArrayList<>();
    final List<AuditEvent> auditEvents = new ArrayList<>();

    OrganizationSettings settings = OrganizationSettings.NONE;

    @Nullable Organization organization;

    @Nullable SealedDataKey dataKey;

    FakeTenant copy() {
        FakeTenant copy = new FakeTenant();
        copy(users, copy.users);
        copy(passwords, copy.passwords);
        copy.withDemand.addAll(withDemand);
        copy(demands, copy.demands);
        copy(clients, copy.clients);
        copy.roles.addAll(roles);
        copy(flows, copy.flows);
        copy(setupLinks, copy.setupLinks);
        copy(sessions, copy.sessions);
        copy(grants, copy.grants);
        copy(codes, copy.codes);
        copy(refreshTokens, copy.refreshTokens);
        copy(ends, copy.ends);
        copy.revokedTokens.addAll(revokedTokens);
        copy(consents, copy.consents);
        copy(guesses, copy.guesses);
        copy(rates, copy.rates);
        copy(ownRoles, copy.ownRoles);
        copy(groups, copy.groups);
        copy(places, copy.places);
        copy(kept, copy.kept);
        copy(deleted, copy.deleted);
        copy(registered, copy.registered);
        copy.logoutNotices.addAll(logoutNotices);
        copy.signingKeys.addAll(signingKeys);
        copy.auditEvents.addAll(auditEvents);
        copy.settings = settings;
        copy.organization = organization;
        copy.dataKey = dataKey;
        return copy;
    }

    /** Many tables are empty in most tests, and some tests do nothing but copy. */
    private static <K, V> void copy(Map<K, V> table, Map<K, V> into) {
        if (!table.isEmpty()) {
            into.putAll(table);
        }
    }

    /** As a primary key does. */
    static <K, V> void insert(Map<K, V> table, K key, V row) {
        if (table.putIfAbsent(key, row) != null) {
            throw new IllegalStateException("it is already there: " + key);
        }
    }

    /** As a foreign key does. */
    static <K, V> V existing(Map<K, V> table, K key) {
        V row = table.get(key);
        if (row == null) {
            throw new IllegalStateException("it is not there: " + key);
        }
        return row;
    }

    boolean isEnabled() {
        return organization != null && organization.enabled();
    }

    boolean isEnabled(UserId id) {
        User user = users.get(id);
        return isEnabled() && user != null && user.enabled();
    }

    boolean isEnabled(ClientId id) {
        Client client = clients.get(id);
        return isEnabled() && client != null && client.enabled();
    }

    boolean isAlive(FakeRows.Started session, Duration idle, Instant now) {
        SessionPolicy policy = settings.session();
        Instant begun = session.authentication().time();
        return session.isAlive(policy.idle().orElse(idle), now)
                && policy.absolute().map(begun::plus).map(now::isBefore).orElse(true);
    }

    boolean isCurrent(ClientId id, long version) {
        return isEnabled(id) && existing(clients, id).version() == version;
    }

    Allowed allowed(UserId user, ClientId client) {
        return consents.getOrDefault(new FakeRows.Consenting(user, client), Allowed.NOTHING);
    }

    /** Everything behind a grant but its client. */
    Behind behind(FakeRows.Granted granted, Duration idle, Instant now) {
        RoleHolder holder =
                new RoleHolder(RoleHolder.Kind.USER, granted.grant().user().toString());
        return new Behind(isStanding(granted, idle, now), rights(holder), Optional.empty(), settings.token());
    }

    boolean isStanding(FakeRows.Granted granted, Duration idle, Instant now) {
        UserGrant grant = granted.grant();
        boolean isIn = grant.offline()
                ? now.isBefore(ends.getOrDefault(grant.id(), Instant.MAX))
                : isAlive(existing(sessions, grant.session()), idle, now);
        boolean isAllowed = existing(clients, grant.client()).metadata().firstParty()
                || allowed(grant.user(), grant.client()).covers(grant.allowed());
        return !granted.revoked() && isIn && isAllowed && isEnabled(grant.user());
    }

    Rights rights(RoleHolder holder) {
        return new FakeHolding(this).rights(holder);
    }

    /** Counts a request. When there were too many of them: not before when. */
    Optional<Instant> limited(FakeRows.Bucket bucket, Rate limit, Instant now) {
        if (limit.isUnlimited()) {
            return Optional.empty();
        }
        Instant stored = rates.getOrDefault(bucket, now);
        Instant due = stored.isBefore(now) ? now : stored;
        Instant earliest = due.minus(limit.burst());
        if (now.isBefore(earliest)) {
            return Optional.of(earliest);
        }
        rates.put(bucket, due.plus(limit.interval()));
        return Optional.empty();
    }
}
