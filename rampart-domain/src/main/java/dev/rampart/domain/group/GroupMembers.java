package dev.rampart.domain.group;

import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import java.time.Instant;

/** Who is in the groups of one organization. */
public interface GroupMembers {

    /** A part of those who are in a group itself: first those of one kind, then those of the other. */
    Page<Member> page(GroupId group, PageRequest request);

    boolean contains(GroupId group, RoleHolder member);

    /** Does nothing if they are in it. */
    void add(GroupId group, RoleHolder member, Instant now);

    void remove(GroupId group, RoleHolder member);
}
