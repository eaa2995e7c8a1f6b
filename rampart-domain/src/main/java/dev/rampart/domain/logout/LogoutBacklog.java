package dev.rampart.domain.logout;

import java.time.Instant;
import java.util.Optional;

/** How much there is that applications have not been told, of all organizations together. */
@FunctionalInterface
public interface LogoutBacklog {

    /** More than so many of a kind are not counted, so that a long queue is not made longer by being looked at. */
    int COUNTED_MAX = 10_000;

    /** Costs one exchange. */
    Backlog look();

    /**
     * What there is.
     *
     * @param waiting will be tried, or tried again
     * @param failed given up, and kept for a while to be asked about
     * @param oldest when the oldest of those that wait was written
     */
    record Backlog(int waiting, int failed, Optional<Instant> oldest) {

        public static final Backlog NONE = new Backlog(0, 0, Optional.empty());
    }
}
