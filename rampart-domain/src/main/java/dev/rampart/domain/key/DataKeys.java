package dev.rampart.domain.key;

import java.util.Optional;

/** The data key of one organization. */
public interface DataKeys {

    /** Remembers the key of a new organization. A second one is a bug, and fails the unit of work. */
    void add(SealedDataKey key);

    /** The organization's key, or nothing if there is no such organization. */
    Optional<SealedDataKey> find();
}
