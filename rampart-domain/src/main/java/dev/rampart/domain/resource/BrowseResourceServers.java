package dev.rampart.domain.resource;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.Optional;

/** Looks resource servers up. Each costs one exchange. */
public final class BrowseResourceServers {

    private final UnitOfWork<? extends ResourceServerStores> unitOfWork;

    public BrowseResourceServers(UnitOfWork<? extends ResourceServerStores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public Page<ResourceServer> page(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.resourceServers().page(request));
    }

    public Optional<ResourceServer> find(OrgId org, ResourceServerId id) {
        return unitOfWork.one(org, stores -> stores.resourceServers().find(id));
    }
}
