package dev.rampart.domain.organization;

import java.time.Instant;

/** The one organization that a unit of work is about. */
public interface Organizations {

    /** Remembers a new one. Says whether its slug was still free; if not, nothing is remembered. */
    boolean add(Organization organization, Instant now);
}
