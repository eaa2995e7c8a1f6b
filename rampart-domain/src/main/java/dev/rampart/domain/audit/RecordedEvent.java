package dev.rampart.domain.audit;

import dev.rampart.domain.shared.OrgId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An audit event as it was written down.
 *
 * @param type what happened, as {@code noun.verb}; a later version may know types that this one does not
 * @param changes a JSON object: {@code {field: {before, after}}}
 */
public record RecordedEvent(
        UUID id,
        String type,
        Party actor,
        Optional<OrgId> actorOrganization,
        Optional<Party> target,
        Optional<String> ip,
        Optional<String> userAgent,
        Optional<String> requestId,
        Optional<UUID> session,
        String outcome,
        Optional<String> reason,
        String changes,
        Instant createdAt) {

    /** Somebody or something, as it was called then. */
    public record Party(String kind, Optional<String> id, Optional<String> name) {}
}
