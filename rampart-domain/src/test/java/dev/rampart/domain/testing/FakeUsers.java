package dev.rampart.domain.testing;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.User;
import dev.rampart.domain.user.Users;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;

record FakeUsers(FakeTenant tenant) implements Users {

    @Override
    public boolean add(User user) {
        if (tenant.users.values().stream().anyMatch(known -> !Collections.disjoint(names(known), names(user)))) {
            return false;
        }
        FakeTenant.insert(tenant.users, user.id(), user);
        return true;
    }

    /** What somebody can sign in with. */
    static Set<CanonicalName> names(User user) {
        return Stream.concat(user.username().stream(), user.email().stream())
                .map(CanonicalName::of)
                .collect(toUnmodifiableSet());
    }
}
