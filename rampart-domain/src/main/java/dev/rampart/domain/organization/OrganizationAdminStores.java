package dev.rampart.domain.organization;

/** What administering organizations may touch, within one transaction. */
public interface OrganizationAdminStores extends OrganizationStores {

    OrganizationRegister organizationRegister();
}
