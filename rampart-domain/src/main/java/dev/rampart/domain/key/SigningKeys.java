package dev.rampart.domain.key;

import java.time.Instant;
import java.util.List;

/** The signing keys of one organization. */
public interface SigningKeys {

    /** Remembers a new key that has none before it. A second newest one of its algorithm fails the unit of work. */
    void addActive(SigningKey key);

    /** All keys that have not left, the newest first. */
    List<SigningKey> published(Instant now);

    /**
     * Puts a key after the active one of its algorithm, which retires when this one activates; keys that have left are
     * forgotten. Does nothing, and says false, while another key is pending: of any number of concurrent calls one
     * hears true.
     */
    boolean succeed(SigningKey next, Instant now);

    /** Lets the pending key of an algorithm sign from now on, and says whether there was one. */
    boolean activate(SigningAlgorithm algorithm, Instant now);

    /** Forgets a retired key: nothing that it signed is valid any more. Says false if there is no retired key of it. */
    boolean forget(KeyId id, Instant now);
}
