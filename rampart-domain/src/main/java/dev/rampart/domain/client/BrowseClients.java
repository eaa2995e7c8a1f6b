package dev.rampart.domain.client;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.List;
import java.util.Optional;

/** Looks applications up, one by one or in a list. */
public final class BrowseClients {

    private final UnitOfWork<? extends ClientAdminStores> unitOfWork;

    public BrowseClients(UnitOfWork<? extends ClientAdminStores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public Page<ManagedClient> page(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.clientRegister().page(request));
    }

    public Optional<ManagedClient> find(OrgId org, ClientId id) {
        return unitOfWork.one(org, stores -> stores.clientRegister().find(id));
    }

    /** The secrets of a client, oldest first; nothing if there is no such client. */
    public Optional<List<KeptSecret>> secrets(OrgId org, ClientId id) {
        return unitOfWork.call(
                org,
                stores -> stores.clientRegister()
                        .find(id)
                        .map(_ -> stores.clientRegister().secrets(id)));
    }
}
