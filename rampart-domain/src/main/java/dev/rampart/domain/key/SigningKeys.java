package dev.rampart.domain.key;

import java.util.List;

/** The signing keys of one organization. */
public interface SigningKeys {

    /** Remembers a new key that signs from now on. A second active one of its algorithm fails the unit of work. */
    void addActive(SigningKey key);

    /** All keys whose tokens may still be about: the active ones first, so that the first of an algorithm signs. */
    List<SigningKey> published();
}
