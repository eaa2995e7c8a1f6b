package dev.rampart.domain.organization;

import java.util.Optional;

/** The one organization that a unit of work is about, for those who administer it. */
public interface OrganizationRegister {

    Optional<ManagedOrganization> find();

    /** The same, and nobody else changes it until the unit of work ends. */
    Optional<ManagedOrganization> lock();

    /** Replaces what is known of the locked organization. */
    void replace(ManagedOrganization organization);
}
