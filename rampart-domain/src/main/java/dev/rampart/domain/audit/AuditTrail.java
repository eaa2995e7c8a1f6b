package dev.rampart.domain.audit;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is in the audit log of one organization. */
public interface AuditTrail {

    Page<RecordedEvent> page(Filter filter, PageRequest request);

    Optional<RecordedEvent> find(UUID id);

    /**
     * Which events are wanted; what is empty does not matter.
     *
     * @param actor id of whoever did it
     * @param target id of what it was done to
     * @param since from then on; {@code until} is the first instant that is too late
     */
    record Filter(
            Optional<String> actor,
            Optional<String> target,
            Optional<String> type,
            Optional<String> outcome,
            Optional<String> requestId,
            Optional<Instant> since,
            Optional<Instant> until) {

        /** The same, and nothing from that instant on. */
        Filter endingAt(Instant end) {
            Instant earlier = until.filter(end::isAfter).orElse(end);
            return new Filter(actor, target, type, outcome, requestId, since, Optional.of(earlier));
        }
    }
}
