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
        if (isTaken(tenant, user)) {
            return false;
        }
        FakeTenant.insert(tenant.users, user.id(), user);
        return true;
    }

    /** Whether somebody else has one of their names. Whoever is deleted keeps theirs. */
    static boolean isTaken(FakeTenant tenant, User user) {
        Set<CanonicalName> wanted = names(user);
        return Stream.concat(
                        tenant.users.values().stream(),
                        tenant.deleted.values().stream()
                                .map(row -> row.user().person().user()))
                .filter(known -> !known.id().equals(user.id()))
                .anyMatch(known -> !Collections.disjoint(names(known), wanted));
    }

    /** What somebody can sign in with. */
    static Set<CanonicalName> names(User user) {
        return Stream.concat(user.username().stream(), user.email().stream())
                .map(CanonicalName::of)
                .collect(toUnmodifiableSet());
    }
}
