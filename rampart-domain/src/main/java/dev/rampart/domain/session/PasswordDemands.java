package dev.rampart.domain.session;

import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** The sign-ins of one organization that wait for a new password. */
public interface PasswordDemands {

    /**
     * Notes that somebody gave the right password, and has to choose another. Does nothing to a flow that is completed,
     * has expired, or is another browser's.
     */
    void add(Demand demand, Instant now);

    /**
     * Of whom a flow demands a new password. Nobody, if it does not, is completed or has expired, or if person,
     * password or organization have changed meanwhile.
     */
    Optional<Demanded> find(Sha256 flow, Sha256 browser, Instant now);

    /**
     * Gives the person the new password, ends their sessions, and demands no other.
     *
     * <p>Says whether the demand was still there as {@link #find} knows it; of any number of concurrent calls for one
     * demand exactly one is told so.
     */
    boolean meet(Met met, Instant now);

    /**
     * Somebody who gave the right password.
     *
     * @param verified the hash that it was compared with
     */
    record Demand(Sha256 flow, Sha256 browser, UserId user, PasswordHash verified) {}

    /** Who has to choose. {@code name} is what to call them, {@code current} the hash of what they may not choose. */
    record Demanded(UserId user, String name, PasswordHash current) {}

    /** What they chose. */
    record Met(Sha256 flow, Sha256 browser, UserId user, PasswordHash chosen) {}
}
