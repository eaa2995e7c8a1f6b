package dev.rampart.domain.user;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Optional;

/** The people of one organization, for those who administer them. Whoever is deleted is not among them. */
public interface UserRegister {

    /** Remembers a new person. Says whether username and address were still free; if not, nothing is remembered. */
    boolean add(ManagedUser user);

    /**
     * A part of the list. A search finds whoever has, for each of its words, one in their names, username or address
     * that begins with it.
     */
    Page<ManagedUser> page(PageRequest request);

    Optional<ManagedUser> find(UserId id);

    /** The same, and nobody else changes them until the unit of work ends. */
    Optional<ManagedUser> lock(UserId id);

    /** Replaces what is known of a locked person. Says whether username and address were free. */
    boolean replace(ManagedUser user);

    /**
     * Removes a locked person for good, with everything that is theirs alone, what is remembered of them elsewhere, and
     * the key that opens what the audit log says of them. They may be deleted already.
     */
    void remove(UserId id);

    /** Ends every session of a person. */
    void endSessions(UserId id, Instant now);
}
