package dev.rampart.domain.group;

import java.time.Instant;
import java.util.Optional;

/**
 * A group.
 *
 * @param name unique in the organization, however it is written
 * @param parent the group it is in
 * @param version counts changes of the group itself, not of who is in it
 */
public record Group(
        GroupId id,
        String name,
        String description,
        Optional<GroupId> parent,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** So many groups at most lie one in another. */
    public static final int DEPTH_MAX = 8;

    /** One that nothing is known of yet. */
    public static Group blank(GroupId id, Instant now) {
        return new Group(id, "", "", Optional.empty(), 1, now, now);
    }

    Group changedAt(long previous, Instant now) {
        return new Group(id, name, description, parent, previous + 1, createdAt, now);
    }
}
