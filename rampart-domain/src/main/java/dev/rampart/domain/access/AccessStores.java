package dev.rampart.domain.access;

import dev.rampart.domain.audit.AuditEvents;

/** What asking for access may touch, within one transaction. */
public interface AccessStores {

    Callers callers();

    AuditEvents auditEvents();
}
