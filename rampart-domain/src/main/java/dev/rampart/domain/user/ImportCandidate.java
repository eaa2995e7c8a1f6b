package dev.rampart.domain.user;

import dev.rampart.domain.user.ImportLine.Reason;
import dev.rampart.domain.user.ImportLine.Rejection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A line of an import, and the person that would be made of it. */
record ImportCandidate(ImportLine line, ManagedUser user, Set<CanonicalName> names) {

    static ImportCandidate of(ImportLine line, ManagedUser blank) {
        ManagedUser user = line.draft().apply(blank);
        Set<CanonicalName> names = new LinkedHashSet<>();
        Stream.of(user.user().username(), user.user().email())
                .flatMap(Optional::stream)
                .map(CanonicalName::of)
                .forEach(names::add);
        return new ImportCandidate(line, user, names);
    }

    UserId id() {
        return user.user().id();
    }

    UserIntake.Newcomer newcomer() {
        return new UserIntake.Newcomer(user, line.password());
    }

    Rejection rejected(Reason why) {
        return new Rejection(line.number(), why);
    }
}
