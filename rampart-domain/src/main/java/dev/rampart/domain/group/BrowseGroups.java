package dev.rampart.domain.group;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.Optional;

/** Looks up groups and their members. */
public final class BrowseGroups {

    private final UnitOfWork<? extends GroupStores> unitOfWork;

    public BrowseGroups(UnitOfWork<? extends GroupStores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public Page<Group> page(OrgId org, PageRequest request) {
        return unitOfWork.one(org, stores -> stores.groups().page(request));
    }

    public Optional<Group> find(OrgId org, GroupId id) {
        return unitOfWork.one(org, stores -> stores.groups().find(id));
    }

    /** Nothing if there is no such group. */
    public Optional<Page<Member>> members(OrgId org, GroupId id, PageRequest request) {
        return unitOfWork.call(
                org,
                stores ->
                        stores.groups().find(id).map(_ -> stores.groupMembers().page(id, request)));
    }
}
