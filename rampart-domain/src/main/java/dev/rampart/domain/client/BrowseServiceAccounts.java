package dev.rampart.domain.client;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.Optional;

/** Looks service accounts up. Each costs one exchange. */
public final class BrowseServiceAccounts {

    private final UnitOfWork<? extends ClientAdminStores> unitOfWork;

    public BrowseServiceAccounts(UnitOfWork<? extends ClientAdminStores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public Page<ServiceAccount> page(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.serviceAccounts().page(request));
    }

    public Optional<ServiceAccount> find(OrgId org, ClientId id) {
        return unitOfWork.one(org, stores -> stores.serviceAccounts().find(id));
    }
}
