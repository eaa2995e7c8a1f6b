package dev.rampart.domain.audit;

import java.util.Optional;

/**
 * An event as it is written down: what it says of people is sealed, and proven as it is sealed.
 *
 * @param rest what says nothing of anybody but their ids
 * @param ofActor of the person who did it
 * @param ofTarget of the person it was done to
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only written and hashed.
public record SealedEvent(AuditEvent rest, Optional<byte[]> ofActor, Optional<byte[]> ofTarget) {

    /** One that says nothing of people. */
    public static SealedEvent open(AuditEvent event) {
        return new SealedEvent(event, Optional.empty(), Optional.empty());
    }

    boolean isSealed() {
        return ofActor.isPresent() || ofTarget.isPresent();
    }
}
