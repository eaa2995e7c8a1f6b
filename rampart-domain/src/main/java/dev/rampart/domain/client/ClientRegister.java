package dev.rampart.domain.client;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The clients of one organization, for those who administer them. */
public interface ClientRegister {

    /** A part of the list, by id; a search looks for ids that begin with it. */
    Page<ManagedClient> page(PageRequest request);

    Optional<ManagedClient> find(ClientId id);

    /** The same, and nobody else changes it until the unit of work ends. */
    Optional<ManagedClient> lock(ClientId id);

    /** Replaces what is known of a locked client, its secrets excepted. */
    void replace(Client client);

    /** Removes a locked client with everything that was granted to it. */
    void remove(ClientId id);

    List<KeptSecret> secrets(ClientId id);

    void addSecret(ClientId id, Sha256 hash, Instant now);

    void removeSecret(ClientId id, Sha256 hash);
}
