package dev.rampart.domain.organization;

/** All that there is of the organization that a unit of work is about. */
public interface OrganizationRemains {

    /**
     * Erases up to so many rows, and says how many: none if nothing is left, or the organization is not being erased.
     *
     * <p>Its data key goes with its own row, last of all. The audit log stays.
     */
    int erase(int most);
}
