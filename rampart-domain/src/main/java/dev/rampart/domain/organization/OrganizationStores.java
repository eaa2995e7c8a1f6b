package dev.rampart.domain.organization;

import dev.rampart.domain.audit.AuditEvents;
import dev.rampart.domain.key.KeyStores;

/** What the use cases of organizations may touch, within one transaction. */
public interface OrganizationStores extends KeyStores {

    Organizations organizations();

    AuditEvents auditEvents();
}
