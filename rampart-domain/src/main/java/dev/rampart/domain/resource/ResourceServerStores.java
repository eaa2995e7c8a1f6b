package dev.rampart.domain.resource;

import dev.rampart.domain.audit.AuditEvents;

/** What administering resource servers may touch, within one transaction. */
public interface ResourceServerStores {

    ResourceServers resourceServers();

    AuditEvents auditEvents();
}
