package dev.rampart.domain.key;

import dev.rampart.domain.shared.OrgId;
import java.util.List;
import java.util.Optional;

/** The keys of every organization, at hand. What it says may be up to ten seconds old. */
public interface KeyRing {

    /** What the key set of an organization shows (RFC 7517 §5), newest first. */
    List<SigningKey> published(OrgId org);

    /** The key that signs with this algorithm. Every organization has one: throws if it is not there. */
    SigningKey signing(OrgId org, SigningAlgorithm algorithm);

    /** Reads the keys of an organization again, after this node has changed them. */
    void refresh(OrgId org);

    default Optional<SigningKey> find(OrgId org, KeyId id) {
        return published(org).stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
