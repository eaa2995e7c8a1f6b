package dev.rampart.domain.logout;

import dev.rampart.domain.audit.AuditEvents;

/** What telling applications may touch, within one transaction. */
public interface LogoutStores {

    LogoutNotices logoutNotices();

    AuditEvents auditEvents();
}
