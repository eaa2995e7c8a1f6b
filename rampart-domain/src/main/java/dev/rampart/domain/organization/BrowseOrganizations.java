package dev.rampart.domain.organization;

import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.Optional;

/** Looks organizations up: all of them for whoever may make them, else one's own. */
public final class BrowseOrganizations {

    private final UnitOfWork<? extends OrganizationAdminStores> unitOfWork;
    private final OrganizationList all;

    public BrowseOrganizations(UnitOfWork<? extends OrganizationAdminStores> unitOfWork, OrganizationList all) {
        this.unitOfWork = unitOfWork;
        this.all = all;
    }

    /** {@code own} is the organization of the caller. */
    public Page<ManagedOrganization> page(OrgId own, Authority by, PageRequest request) {
        return by.may(Permission.ORGANIZATION_CREATE)
                ? all.page(request)
                : new Page<>(find(own).stream().toList(), Optional.empty());
    }

    public Optional<ManagedOrganization> find(OrgId org) {
        return unitOfWork.one(org, stores -> stores.organizationRegister().find());
    }
}
