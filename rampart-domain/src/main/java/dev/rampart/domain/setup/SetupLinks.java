package dev.rampart.domain.setup;

import dev.rampart.domain.shared.Sha256;
import java.time.Instant;

/** The set-up links of one organization, at most one of them open. */
public interface SetupLinks {

    /** Remembers a new one, in the place of the one that is still open. */
    void add(SetupLink link);

    /** How a link stands. Changes nothing. */
    Standing look(Sha256 link, Instant now);

    /**
     * Uses an open link up, and says how it stood.
     *
     * <p>Of any number of concurrent calls for one link exactly one is told {@link Standing#OPEN}.
     */
    Standing use(Sha256 link, Instant now);

    /** Undoes {@link #use} in the unit of work that has used it. */
    void giveBack(Sha256 link);

    /** What can be said of a link. */
    enum Standing {
        OPEN,
        /** Somebody who could sign in today holds {@code instance-admin}: there is nothing to set up. */
        NEEDLESS,
        EXPIRED,
        USED,
        /** There never was such a link, or a newer one took its place. */
        UNKNOWN
    }
}
