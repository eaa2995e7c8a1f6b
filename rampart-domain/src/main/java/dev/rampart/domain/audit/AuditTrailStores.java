package dev.rampart.domain.audit;

/** What reading the audit log may touch. */
public interface AuditTrailStores {

    AuditTrail auditTrail();
}
