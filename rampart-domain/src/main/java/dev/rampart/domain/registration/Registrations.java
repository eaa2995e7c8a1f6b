package dev.rampart.domain.registration;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ManagedClient;
import dev.rampart.domain.settings.ClientRegistration;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Sha256;
import java.time.Instant;
import java.util.Optional;

/** The clients of one organization that have registered themselves. */
public interface Registrations {

    /** Counts a request against the rate of its network, and says what the organization has chosen. */
    Counted count(String network, Rate rate, Instant now);

    /** What the organization has chosen, and nobody else registers a client of its until the unit of work ends. */
    ClientRegistration lock();

    /** How many there are; it counts no further than {@code most}. */
    int number(int most);

    /** Remembers what a client that has just been added administers itself with. */
    void own(ClientId id, Sha256 token);

    /** Looks an enabled client up by what it administers itself with. */
    Optional<ManagedClient> find(ClientId id, Sha256 token);

    /** The same, and nobody else changes it until the unit of work ends. */
    Optional<ManagedClient> lock(ClientId id, Sha256 token);

    /** Replaces the secrets of a locked client. */
    void replaceSecrets(Client client, Instant now);

    /**
     * A request that was counted.
     *
     * @param retryAt empty: it may pass
     */
    record Counted(ClientRegistration chosen, Optional<Instant> retryAt) {}
}
