package dev.rampart.domain.resource;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import java.util.Optional;

/** The resource servers of one organization. */
public interface ResourceServers {

    /** Remembers a new one. Of any number of concurrent calls for one identifier at most one hears that it was free. */
    boolean add(ResourceServer server);

    /** A part of the list, by age; a search looks for identifiers that begin with it. */
    Page<ResourceServer> page(PageRequest request);

    Optional<ResourceServer> find(ResourceServerId id);

    /** The same, and nobody else changes it until the unit of work ends. */
    Optional<ResourceServer> lock(ResourceServerId id);

    /** Replaces what is known of a locked one, its identifier excepted. */
    void replace(ResourceServer server);

    /** No token is issued for it from now on. Those that were stay good until their time is over. */
    void remove(ResourceServerId id);
}
