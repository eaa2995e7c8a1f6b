package dev.rampart.domain.user;

import dev.rampart.domain.password.PasswordHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many people come into one organization at once. */
public interface UserIntake {

    /**
     * Keeps every other intake of this organization waiting until the unit of work ends, so that two of the same file
     * do not wait for each other in a circle.
     */
    void begin();

    /** Which of these usernames and addresses somebody has. */
    Set<CanonicalName> taken(Set<CanonicalName> names);

    /**
     * Remembers new people, with their passwords and the words they are found by.
     *
     * <p>Whoever has a username or an address that somebody else has by now is left out, all of them. Says who was not.
     */
    Set<UserId> add(List<Newcomer> people, Instant now);

    /** Somebody new, perhaps with a password. */
    record Newcomer(ManagedUser user, Optional<PasswordHash> password) {}
}
