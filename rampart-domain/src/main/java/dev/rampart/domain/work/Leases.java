package dev.rampart.domain.work;

import java.time.Instant;
import java.util.Optional;

/** Who does what, of all nodes. */
public interface Leases {

    /**
     * Takes a lease that nobody holds, or renews one that is held already.
     *
     * <p>Of any number of concurrent calls for one lease at most one holder is told so, until it expires or is given
     * back. Nothing if another holds it.
     */
    Optional<Lease> take(String name, Claim claim);

    /** Lets anybody else take it, from now on. Does nothing if another holds it already. */
    void giveBack(Lease lease, Instant now);

    /**
     * Who wants a lease, and for how long.
     *
     * @param holder names the running process
     */
    record Claim(String holder, Instant now, Instant until) {}
}
