package dev.rampart.domain.user;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Optional;

/** The people of one organization who were deleted and are not erased yet. They keep their username and address. */
public interface DeletedUsers {

    /** Makes a locked person one of them, ends their sessions, and with these every token. */
    void add(UserId id, Instant now, Instant restorableUntil);

    /** A part of the list, by the same search as that of the others. */
    Page<DeletedUser> page(PageRequest request);

    /** One of them, whom nobody else changes until the unit of work ends. */
    Optional<DeletedUser> lock(UserId id);

    /** Makes a locked one what they were before. */
    ManagedUser restore(UserId id, Instant now);
}
