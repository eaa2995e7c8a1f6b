package dev.rampart.domain.client;

import java.time.Instant;
import java.util.Optional;

/** The clients of one organization. */
public interface Clients {

    /** Remembers a new one. Says whether its id was still free; if not, nothing is remembered. */
    boolean add(Client client, Instant now);

    Optional<Client> find(ClientId id);

    /** Whether an enabled client has registered this web origin (RFC 6454 §6.2). */
    boolean haveOrigin(String origin);
}
