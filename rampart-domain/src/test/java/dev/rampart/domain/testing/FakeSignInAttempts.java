package dev.rampart.domain.testing;

import dev.rampart.domain.session.SignInAttempts;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

record FakeSignInAttempts(FakeTenant tenant) implements SignInAttempts {

    private static final FakeRows.Guesses NONE = new FakeRows.Guesses(0, Instant.EPOCH, Instant.EPOCH);

    @Override
    public Begun begin(Attempt attempt, Instant now) {
        Optional<Instant> limited = tenant.limited(FakeRows.Bucket.login(attempt.network()), attempt.limit(), now);
        if (limited.isPresent()) {
            return new Begun.Limited(limited.get());
        }
        FakeRows.Flow flow = tenant.flows.get(attempt.flow());
        if (flow == null || !flow.isOpenTo(attempt.browser(), now) || flow.completedBy() != null) {
            return new Begun.NoFlow();
        }
        Optional<User> user = named(attempt.name());
        FakeRows.Account account = new FakeRows.Account(account(user, attempt.name()), attempt.network());
        FakeRows.Guesses before = tenant.guesses.getOrDefault(account, NONE);
        if (now.isBefore(before.blockedUntil())) {
            return new Begun.Delayed(before.blockedUntil());
        }
        boolean forgotten = before.lastAt().plus(FORGOTTEN_AFTER).isBefore(now);
        int failures = forgotten ? 1 : before.failures() + 1;
        tenant.guesses.put(account, new FakeRows.Guesses(failures, now.plus(delayAfter(failures)), now));
        return new Begun.Counted(account.account(), user.map(this::known));
    }

    @Override
    public void forgive(Sha256 account, String network) {
        tenant.guesses.remove(new FakeRows.Account(account, network));
    }

    private Optional<User> named(CanonicalName name) {
        return tenant.users.values().stream()
                .filter(user -> FakeUsers.names(user).contains(name))
                .findFirst();
    }

    private static Sha256 account(Optional<User> user, CanonicalName typed) {
        return Sha256.of(Secret.of(user.map(known -> known.id().toString()).orElse(typed.value())));
    }

    private Known known(User user) {
        return new Known(
                user.id(),
                user.displayName(),
                tenant.isEnabled(user.id()),
                tenant.withDemand.contains(user.id()),
                Optional.ofNullable(tenant.passwords.get(user.id())));
    }

    private static Duration delayAfter(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE, Integer.SIZE);
        Duration delay = Duration.ofSeconds(1L << doublings);
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
