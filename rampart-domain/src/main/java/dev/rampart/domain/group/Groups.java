package dev.rampart.domain.group;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;

/** The groups of one organization. */
public interface Groups {

    /** Remembers a new one. Of any number of concurrent calls for one name at most one is told that it was free. */
    boolean add(Group group);

    /** A part of the list, by age; a search looks for names that begin with it. */
    Page<Group> page(PageRequest request);

    Optional<Group> find(GroupId id);

    /** The same, and nobody else changes it until the unit of work ends. */
    Optional<Group> lock(GroupId id);

    /** Replaces what is known of a locked one. Says whether the name was free. */
    boolean replace(Group group);

    /** Removes a locked one that no other is in, with its members' places and its roles. */
    void remove(GroupId id);

    /** A group, the one it is in, the one above that, and so on; none if there is no such group. */
    List<GroupId> lineage(GroupId id);

    /** How many levels a group has: 1 if no other is in it. */
    int height(GroupId id);
}
