package dev.rampart.domain.session;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.CanonicalName;
import dev.rampart.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Attempts at passwords, counted before the password is looked at, by all nodes together.
 *
 * <p>The first {@value #FREE} wrong ones in a row cost nothing. After that the account is not verified for one second,
 * which doubles with each further one up to {@link #LONGEST_DELAY}, for that client network alone: nobody can lock out
 * somebody who sits elsewhere.
 */
public interface SignInAttempts {

    int FREE = 5;
    Duration LONGEST_DELAY = Duration.ofSeconds(60);

    /** Failures that are older than this no longer count. */
    Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** Counts an attempt, and says whom it is about. One exchange, whether or not there is such a person. */
    Begun begin(Attempt attempt, Instant now);

    /** Forgets the failures of an account: its person has signed in. */
    void forgive(Sha256 account, String network);

    /** What somebody tries. */
    record Attempt(Sha256 flow, Sha256 browser, CanonicalName name, String network, Rate limit) {}

    /** What may be done about it. */
    sealed interface Begun {
        /**
         * The password may be compared.
         *
         * @param account what the attempt was counted under
         * @param user who has that name, if somebody does
         */
        record Counted(Sha256 account, Optional<Known> user) implements Begun {}

        /** Too many failures: nothing is verified before then. */
        record Delayed(Instant until) implements Begun {}

        /** Too many requests from this network: nothing is verified before then. */
        record Limited(Instant until) implements Begun {}

        /** This browser has no such flow, or it is completed or has expired. */
        record NoFlow() implements Begun {}
    }

    /**
     * Somebody of that name.
     *
     * @param passwordChangeRequired whether they have to choose another password before they are signed in
     */
    record Known(
            UserId id, String name, boolean enabled, boolean passwordChangeRequired, Optional<PasswordHash> password) {}
}
