package dev.rampart.domain.session;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The sessions of one organization, for those who administer them. Which applications are to be told is written down
 * with the end of a session, but not with the end of all of them.
 */
public interface SessionList {

    /** Those that are alive, of everybody. */
    Page<StartedSession> page(PageRequest request, Duration idle, Instant now);

    /** Those of one person that are alive. */
    Page<StartedSession> page(UserId user, PageRequest request, Duration idle, Instant now);

    /** Ends a session, and says whose it was; nothing if it is not alive. */
    Optional<UserId> end(SessionId id, Duration idle, Instant now);

    /** Ends every session of a person, and says how many there were. */
    int endAll(UserId user, Instant now);

    /** Ends every session there is, however many, by a statement that changes one row. */
    void endEverybodys();
}
