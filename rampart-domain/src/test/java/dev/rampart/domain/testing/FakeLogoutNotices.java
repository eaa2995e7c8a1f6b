package dev.rampart.domain.testing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.logout.LogoutNotice;
import dev.rampart.domain.logout.LogoutNotices;
import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.work.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Holds no lease against anybody: there is one node. */
record FakeLogoutNotices(FakeTenant tenant) implements LogoutNotices {

    /** Ends a session, and writes down who is to be told. */
    static void end(FakeTenant tenant, FakeRows.Started session, Instant now) {
        if (session.ended()) {
            return;
        }
        tenant.sessions.put(session.id(), session.asEnded());
        for (ClientId client : clients(tenant, session.id())) {
            if (FakeTenant.existing(tenant.clients, client)
                    .metadata()
                    .logout()
                    .backchannelUri()
                    .isPresent()) {
                LogoutNotice notice = new LogoutNotice(session.id(), client, session.user(), now);
                tenant.logoutNotices.add(new FakeRows.Noticed(notice, now, 0, false));
            }
        }
    }

    /** Those that a session was used for, and that know who the person is. */
    static Set<ClientId> clients(FakeTenant tenant, SessionId session) {
        return tenant.grants.values().stream()
                .map(FakeRows.Granted::grant)
                .filter(grant ->
                        grant.session().equals(session) && grant.scopes().contains(Scope.OPENID))
                .map(grant -> grant.client())
                .collect(toUnmodifiableSet());
    }

    @Override
    public List<Attempt> claim(Lease lease, Room room, Instant now) {
        List<FakeRows.Noticed> claimed = tenant.logoutNotices.stream()
                .filter(row -> !row.givenUp() && !row.dueAt().isAfter(now))
                .filter(row -> !room.busy().contains(row.notice().client()))
                .sorted(comparing(FakeRows.Noticed::dueAt))
                .collect(groupingBy(row -> row.notice().client()))
                .values()
                .stream()
                .flatMap(ofOneClient -> ofOneClient.stream().limit(room.perClient()))
                .sorted(comparing(FakeRows.Noticed::dueAt))
                .limit(room.most())
                .toList();
        return claimed.stream()
                .map(row -> {
                    FakeRows.Noticed begun =
                            new FakeRows.Noticed(row.notice(), room.until(), row.attempts() + 1, false);
                    tenant.logoutNotices.remove(row);
                    tenant.logoutNotices.add(begun);
                    return new Attempt(begun.notice(), begun.attempts());
                })
                .toList();
    }

    @Override
    public void delivered(Attempt attempt) {
        tenant.logoutNotices.removeIf(row -> isStill(row, attempt));
    }

    @Override
    public void failed(Attempt attempt, Enum<?> why, Instant dueAt) {
        replace(attempt, row -> new FakeRows.Noticed(row.notice(), dueAt, row.attempts(), false));
    }

    @Override
    public void giveUp(Attempt attempt, Enum<?> why, Instant now) {
        replace(attempt, row -> new FakeRows.Noticed(row.notice(), row.dueAt(), row.attempts(), true));
    }

    private void replace(Attempt attempt, UnaryOperator<FakeRows.Noticed> change) {
        tenant.logoutNotices.replaceAll(row -> isStill(row, attempt) ? change.apply(row) : row);
    }

    private static boolean isStill(FakeRows.Noticed row, Attempt attempt) {
        return row.notice().equals(attempt.notice()) && row.attempts() == attempt.number() && !row.givenUp();
    }
}
