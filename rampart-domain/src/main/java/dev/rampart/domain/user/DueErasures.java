package dev.rampart.domain.user;

import dev.rampart.domain.shared.OrgId;
import java.time.Instant;
import java.util.List;

/** The deleted people of all organizations whose time to be restored is over. */
@FunctionalInterface
public interface DueErasures {

    /** Those that have waited the longest, at most so many. */
    List<Due> first(int atMost, Instant now);

    /** One person who is to be erased. */
    record Due(OrgId org, UserId user) {}
}
