package dev.rampart.persistence.work;

import static dev.rampart.persistence.schema.Tables.LEASE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import dev.rampart.domain.work.Lease;
import org.jooq.Condition;

/** Keeps out whoever no longer holds a lease. */
public final class Fence {

    private Fence() {}

    /**
     * Whether a lease is still held: for the WHERE of every statement that is done under it.
     *
     * <p>Locks the lease's row until the transaction ends, so that it cannot change hands between the question and the
     * commit: whoever would take it over waits, and whoever is late sees that it was.
     */
    public static Condition holds(Lease lease) {
        return exists(selectOne()
                .from(LEASE)
                .where(LEASE.NAME.eq(lease.name()))
                .and(LEASE.FENCE.eq(lease.fence()))
                .forShare());
    }
}
