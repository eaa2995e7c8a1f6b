package dev.rampart.domain.organization;

/** What the end of an organization may touch, within one transaction. */
public interface OrganizationEndStores extends OrganizationAdminStores {

    OrganizationRemains organizationRemains();

    InstanceLog instanceLog();
}
