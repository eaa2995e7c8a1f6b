package dev.rampart.domain.testing;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.ManagedUser;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.UserId;
import dev.rampart.domain.user.UserIntake;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

record FakeUserIntake(FakeTenant tenant) implements UserIntake {

    @Override
    public void begin() {
        // One unit of work at a time keeps every other waiting.
    }

    @Override
    public Set<CanonicalName> taken(Set<CanonicalName> names) {
        Stream<User> deleted =
                tenant.deleted.values().stream().map(row -> row.user().person().user());
        return Stream.concat(tenant.users.values().stream(), deleted)
                .flatMap(user -> FakeUsers.names(user).stream())
                .filter(names::contains)
                .collect(toUnmodifiableSet());
    }

    @Override
    public Set<UserId> add(List<Newcomer> people, Instant now) {
        Set<UserId> added = new HashSet<>();
        for (Newcomer newcomer : people) {
            ManagedUser user = newcomer.user();
            if (new FakeUserRegister(tenant).add(user)) {
                newcomer.password()
                        .ifPresent(hash -> tenant.passwords.put(user.user().id(), hash));
                added.add(user.user().id());
            }
        }
        return added;
    }
}
