package dev.rampart.domain.user;

import java.time.Instant;

/**
 * Somebody who was deleted and is not erased yet.
 *
 * @param restorableUntil from then on they are erased
 */
public record DeletedUser(ManagedUser person, Instant deletedAt, Instant restorableUntil) {

    public boolean isRestorable(Instant now) {
        return now.isBefore(restorableUntil);
    }
}
