package dev.rampart.domain.consent;

import dev.rampart.domain.audit.AuditEvents;

/** What asking for consent may touch, within one transaction. */
public interface ConsentStores {

    Consents consents();

    AuditEvents auditEvents();
}
