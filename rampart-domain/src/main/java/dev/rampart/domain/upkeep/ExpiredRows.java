package dev.rampart.domain.upkeep;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.work.Lease;
import java.time.Instant;

/** What nobody needs any more. */
@FunctionalInterface
public interface ExpiredRows {

    /**
     * Removes some of what an organization no longer needs, at most {@code limit} rows of each kind, if the lease is
     * still held. Says whether there may be more. Costs one exchange.
     */
    boolean remove(OrgId org, Lease lease, Batch batch);

    /** How much at once, of what has expired before now. */
    record Batch(Instant now, int limit) {}
}
