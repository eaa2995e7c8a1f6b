package dev.rampart.domain.session;

import dev.rampart.domain.audit.AuditEvents;

/** What administering sessions may touch, within one transaction. */
public interface SessionAdminStores {

    SessionList sessionList();

    AuditEvents auditEvents();
}
