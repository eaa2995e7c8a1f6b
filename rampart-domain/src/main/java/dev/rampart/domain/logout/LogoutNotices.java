package dev.rampart.domain.logout;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.work.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the applications of one organization are still to be told. Written by whatever ends a session. */
public interface LogoutNotices {

    /**
     * Begins an attempt at those that are due, if the lease is still held. Nobody else is given them before
     * {@code room.until}.
     */
    List<Attempt> claim(Lease lease, Room room, Instant now);

    /** Takes a notice out. Does nothing if another attempt has begun since, as do the next two. */
    void delivered(Attempt attempt);

    /** Has it tried again. */
    void failed(Attempt attempt, Enum<?> why, Instant dueAt);

    /** Will never be tried again. */
    void giveUp(Attempt attempt, Enum<?> why, Instant now);

    /** One of the attempts at a notice, counted from one. */
    record Attempt(LogoutNotice notice, int number) {}

    /**
     * How many can be attempted.
     *
     * @param most of all together
     * @param perClient of each application, those that have been due for longest
     * @param busy applications that get none
     */
    record Room(int most, int perClient, Set<ClientId> busy, Instant until) {

        public Room {
            busy = Set.copyOf(busy);
        }
    }
}
