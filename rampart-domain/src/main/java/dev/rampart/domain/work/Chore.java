package dev.rampart.domain.work;

import java.time.Duration;

/**
 * A piece of work that one node does for all, by the clock.
 *
 * <p>It acts in small turns, so that a node can stop, and others get theirs. Whatever it throws is logged, and the turn
 * is tried again.
 */
public interface Chore {

    /** Names its lease, and itself to {@link Wakeup}. */
    String name();

    /** How often there may be something to do. */
    Duration every();

    /** Does one bounded turn: well within {@link #TERM}. Every effect in the database asks for the lease's fence. */
    Next turn(Lease lease);

    /** How long a lease is held, counted from the beginning of a turn. */
    Duration TERM = Duration.ofSeconds(30);

    /** What a turn says about the next one. */
    enum Next {
        /** There is more to do. */
        AT_ONCE,
        /** After {@link #every}. */
        LATER
    }
}
