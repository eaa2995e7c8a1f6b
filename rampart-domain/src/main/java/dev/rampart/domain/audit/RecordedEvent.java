package dev.rampart.domain.audit;

import dev.rampart.domain.shared.OrgId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An audit event as it was written down, with what it says of people as far as it can still be opened.
 *
 * @param type what happened, as {@code noun.verb}; a later version may know types that this one does not
 * @param changes a JSON object: {@code {field: {before, after}}}, both null where the value is a person's
 * @param personal those values
 * @param unopened what it says of an actor of another organization, whose key is not among this one's
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only opened.
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
        Instant createdAt,
        SortedMap<String, Change> personal,
        Optional<byte[]> unopened) {

    public RecordedEvent {
        personal = new TreeMap<>(personal);
    }

    /** The same, with what is known of its actor. */
    RecordedEvent told(PersonalPart ofActor) {
        Party who = new Party(actor.kind(), actor.id(), ofActor.name(), false);
        return with(who, ofActor.ip(), ofActor.userAgent());
    }

    /** The same, of whose actor nothing can be told any more. */
    RecordedEvent erased() {
        return with(new Party(actor.kind(), actor.id(), Optional.empty(), true), ip, userAgent);
    }

    private RecordedEvent with(Party who, Optional<String> from, Optional<String> agent) {
        return new RecordedEvent(
                id,
                type,
                who,
                actorOrganization,
                target,
                from,
                agent,
                requestId,
                session,
                outcome,
                reason,
                changes,
                createdAt,
                personal,
                Optional.empty());
    }

    /**
     * Somebody or something, as it was called then.
     *
     * @param erased whether there is something about them that cannot be opened any more
     */
    public record Party(String kind, Optional<String> id, Optional<String> name, boolean erased) {}
}
