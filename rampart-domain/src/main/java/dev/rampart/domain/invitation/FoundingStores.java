package dev.rampart.domain.invitation;

import dev.rampart.domain.organization.OrganizationStores;

/** What founding an organization may touch, within one transaction. */
public interface FoundingStores extends OrganizationStores, InvitationStores {}
