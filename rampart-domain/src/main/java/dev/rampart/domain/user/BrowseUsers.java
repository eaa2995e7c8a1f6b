package dev.rampart.domain.user;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.Optional;

/** Looks people up, one by one or in a list. Each costs one exchange. */
public final class BrowseUsers {

    private final UnitOfWork<? extends UserAdminStores> unitOfWork;

    public BrowseUsers(UnitOfWork<? extends UserAdminStores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public Page<ManagedUser> page(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.userRegister().page(request));
    }

    /** Those who were deleted and can still be restored, or will soon be erased. */
    public Page<DeletedUser> deleted(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.deletedUsers().page(request));
    }

    public Optional<ManagedUser> find(OrgId org, UserId id) {
        return unitOfWork.one(org, stores -> stores.userRegister().find(id));
    }
}
