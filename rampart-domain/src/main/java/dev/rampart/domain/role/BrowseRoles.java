package dev.rampart.domain.role;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import java.util.List;
import java.util.Optional;

/** Looks up roles, and what somebody holds by them. */
public final class BrowseRoles {

    private final UnitOfWork<? extends RoleAdminStores> unitOfWork;

    public BrowseRoles(UnitOfWork<? extends RoleAdminStores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Those that an organization has made; the built-in ones are everywhere the same. */
    public List<OwnRole> own(OrgId org) {
        return unitOfWork.one(org, stores -> stores.roleRegister().all());
    }

    public Optional<OwnRole> find(OrgId org, OwnRoleId id) {
        return unitOfWork.one(org, stores -> stores.roleRegister().find(id));
    }

    /** The roles that somebody was given; nothing if there is nobody of that name. */
    public Optional<RoleSet> given(OrgId org, RoleHolder holder) {
        return unitOfWork.call(
                org,
                stores -> stores.roleHolders().isThere(holder)
                        ? Optional.of(stores.roleHolders().given(holder))
                        : Optional.empty());
    }

    /** Why somebody may do what they may; nothing if there is nobody of that name. */
    public Optional<List<HeldRole>> ways(OrgId org, RoleHolder holder) {
        return unitOfWork.call(
                org,
                stores -> stores.roleHolders().isThere(holder)
                        ? Optional.of(stores.roleHolders().ways(holder))
                        : Optional.empty());
    }
}
