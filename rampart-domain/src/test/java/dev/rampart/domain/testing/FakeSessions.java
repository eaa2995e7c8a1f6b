package dev.rampart.domain.testing;

import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.session.EndedSession;
import dev.rampart.domain.session.Session;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.session.Sessions;
import dev.rampart.domain.shared.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

record FakeSessions(FakeTenant tenant) implements Sessions {

    private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);

    @Override
    public Optional<Session> find(Sha256 token, Duration idle, Instant now) {
        return alive(token, idle, now).map(this::toDomain);
    }

    @Override
    public Standing stand(Question question, Duration idle, Instant now) {
        boolean current = tenant.isCurrent(question.client(), question.clientVersion());
        Optional<Session> session = question.token().flatMap(token -> find(token, idle, now));
        Resumed resumed = current && session.isPresent() ? resume(question, session.get(), now) : Resumed.NOTHING;
        // It has no resource servers.
        return new Standing(
                current,
                session,
                question.audience().isEmpty(),
                resumed,
                session.map(found -> tenant.allowed(found.user(), question.client()))
                        .orElse(Allowed.NOTHING),
                tenant.settings.token(),
                tenant.settings.compatibility());
    }

    private Resumed resume(Question question, Session session, Instant now) {
        Optional<FakeRows.Flow> completed = question.flow()
                .flatMap(flow -> Optional.ofNullable(tenant.flows.get(flow)))
                .filter(row -> row.flow().subject().request().equals(question.request()))
                .filter(row -> row.flow()
                        .subject()
                        .client()
                        .filter(question.client()::equals)
                        .isPresent())
                .filter(row -> session.user().equals(row.completedBy()) && !row.resumed())
                .filter(row -> now.isBefore(row.flow().expiresAt()))
                .filter(row -> row.consented() || row.isSignedIn(session.authTime()));
        completed.ifPresent(row -> tenant.flows.put(row.flow().flow(), row.asResumed()));
        return completed
                .map(row -> new Resumed(row.isSignedIn(session.authTime()), row.consented()))
                .orElse(Resumed.NOTHING);
    }

    @Override
    public void touch(SessionId session, Instant now) {
        FakeRows.Started row = tenant.sessions.get(session);
        if (row != null && row.lastUsedAt().isBefore(now.minus(BETWEEN_TOUCHES))) {
            tenant.sessions.put(session, row.used(now));
        }
    }

    @Override
    public Optional<EndedSession> end(Sha256 token, Duration idle, Instant now) {
        Optional<FakeRows.Started> alive = alive(token, idle, now);
        alive.ifPresent(row -> FakeLogoutNotices.end(tenant, row, now));
        return alive.map(row -> new EndedSession(toDomain(row), FakeLogoutNotices.clients(tenant, row.id())));
    }

    private Optional<FakeRows.Started> alive(Sha256 token, Duration idle, Instant now) {
        return tenant.sessions.values().stream()
                .filter(row -> row.token().equals(token))
                .filter(row -> tenant.isAlive(row, idle, now) && tenant.isEnabled(row.user()))
                .findFirst();
    }

    private Session toDomain(FakeRows.Started row) {
        String name = FakeTenant.existing(tenant.users, row.user()).displayName();
        return new Session(row.id(), row.user(), name, row.authentication());
    }
}
