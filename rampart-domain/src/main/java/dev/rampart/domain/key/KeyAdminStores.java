package dev.rampart.domain.key;

import dev.rampart.domain.audit.AuditEvents;

/** What administering keys may touch, within one transaction. */
public interface KeyAdminStores extends KeyStores {

    AuditEvents auditEvents();
}
