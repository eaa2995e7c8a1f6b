package dev.rampart.domain.audit;

/** What taking the audit log out may touch: it is read, and that it is read is written down. */
public interface AuditExportStores extends AuditTrailStores {

    AuditEvents auditEvents();
}
