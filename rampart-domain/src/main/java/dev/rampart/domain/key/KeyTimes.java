package dev.rampart.domain.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a signing key does what. What it does at an instant follows from this alone, so that no node waits for another
 * to say so.
 *
 * @param activatesAt from here on it signs; until then those who verify can learn of it
 * @param retiresAt from here on the next one signs; empty: there is no next one
 * @param leavesAt from here on nothing that it signed is valid, and it is not published; empty with the one before
 */
public record KeyTimes(
        Instant createdAt, Instant activatesAt, Optional<Instant> retiresAt, Optional<Instant> leavesAt) {

    /**
     * How long a key is published before it signs: longer than a published key set may be kept (five minutes, and the
     * ten seconds that a node may lag).
     */
    public static final Duration NOTICE = Duration.ofMinutes(10);

    /** How long a key is published after its last signature: no token lives longer. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** Of a key that signs from the start, until there is a next one. */
    public static KeyTimes activeFrom(Instant now) {
        return new KeyTimes(now, now, Optional.empty(), Optional.empty());
    }

    /** Of a key that is announced now. */
    public static KeyTimes announcedAt(Instant now) {
        return new KeyTimes(now, now.plus(NOTICE), Optional.empty(), Optional.empty());
    }

    public State at(Instant now) {
        if (now.isBefore(activatesAt)) {
            return State.PENDING;
        }
        if (retiresAt.isEmpty() || now.isBefore(retiresAt.get())) {
            return State.ACTIVE;
        }
        return leavesAt.isEmpty() || now.isBefore(leavesAt.get()) ? State.RETIRED : State.GONE;
    }

    /** What a key does. */
    public enum State {
        /** It is published and does not sign yet. */
        PENDING,
        /** It signs. */
        ACTIVE,
        /** It is published and signs no more. */
        RETIRED,
        /** It is as if it had never been. */
        GONE
    }
}
