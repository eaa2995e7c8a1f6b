package dev.rampart.domain.client;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import java.util.Optional;

/** The clients of one organization that act for themselves alone. */
public interface ServiceAccounts {

    /** A part of the list, by id; a search looks for ids that begin with it. */
    Page<ServiceAccount> page(PageRequest request);

    Optional<ServiceAccount> find(ClientId id);
}
