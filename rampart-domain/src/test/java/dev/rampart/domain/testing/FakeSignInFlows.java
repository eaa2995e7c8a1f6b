package dev.rampart.domain.testing;

import static java.util.Comparator.comparing;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDisplay;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.session.NewFlow;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.session.SignInFlows;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

record FakeSignInFlows(FakeTenant tenant) implements SignInFlows {

    @Override
    public void add(NewFlow flow) {
        FakeTenant.insert(tenant.flows, flow.flow(), FakeRows.Flow.of(flow));
    }

    @Override
    public Optional<Shown> show(Sha256 flow, Sha256 browser, Instant now) {
        return open(flow, browser, now).map(row -> {
            NewFlow.Subject subject = row.flow().subject();
            Optional<Client> client = subject.client().map(tenant.clients::get);
            return new Shown(
                    client.map(Client::name),
                    client.map(Client::metadata).map(ClientMetadata::display).orElse(ClientDisplay.NONE),
                    subject.request(),
                    subject.loginHint(),
                    row.completedBy() != null);
        });
    }

    @Override
    public Completion complete(Completing completing, Instant now) {
        Optional<FakeRows.Flow> flow = open(completing.flow(), completing.browser(), now)
                .filter(row -> row.completedBy() == null)
                .filter(row -> tenant.isEnabled(completing.user()))
                .filter(row -> !tenant.withDemand.contains(completing.user()))
                .filter(row -> completing.verified().equals(tenant.passwords.get(completing.user())));
        if (flow.isEmpty()) {
            return new Completion.Gone();
        }
        tenant.flows.put(completing.flow(), flow.get().completed(completing.user()));
        Optional<FakeRows.Started> old = old(completing);
        old.filter(row -> !row.user().equals(completing.user()))
                .ifPresent(row -> FakeLogoutNotices.end(tenant, row, now));
        SessionId session = old.filter(row -> row.user().equals(completing.user()) && row.mayBeRenewed(now))
                .map(FakeRows.Started::id)
                .orElse(completing.session().id());
        if (session.equals(completing.session().id())) {
            endLeastUsed(completing.user(), now);
        }
        tenant.sessions.put(session, started(session, completing, now));
        return new Completion.Completed(session, flow.get().flow().subject().request());
    }

    /** So that there is room for one more. */
    private void endLeastUsed(UserId user, Instant now) {
        tenant.sessions.values().stream()
                .filter(row -> row.user().equals(user) && row.mayBeRenewed(now))
                .sorted(comparing(FakeRows.Started::lastUsedAt).reversed())
                .skip(tenant.settings.session().mostPerUser() - 1)
                .toList()
                .forEach(row -> FakeLogoutNotices.end(tenant, row, now));
    }

    private Optional<FakeRows.Started> old(Completing completing) {
        return tenant.sessions.values().stream()
                .filter(row -> completing.oldToken().filter(row.token()::equals).isPresent())
                .findFirst();
    }

    private FakeRows.Started started(SessionId id, Completing completing, Instant now) {
        NewSession session = completing.session();
        return new FakeRows.Started(
                id,
                completing.newToken(),
                completing.user(),
                session.authentication(),
                now,
                tenant.settings.session().absolute().map(now::plus).orElse(session.expiresAt()),
                false);
    }

    private Optional<FakeRows.Flow> open(Sha256 flow, Sha256 browser, Instant now) {
        return Optional.ofNullable(tenant.flows.get(flow)).filter(row -> row.isOpenTo(browser, now));
    }
}
