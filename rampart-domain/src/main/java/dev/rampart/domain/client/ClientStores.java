package dev.rampart.domain.client;

import dev.rampart.domain.audit.AuditEvents;
import dev.rampart.domain.role.Roles;

/** What the use cases of clients may touch, within one transaction. */
public interface ClientStores {

    Clients clients();

    ClientProofs clientProofs();

    Roles roles();

    AuditEvents auditEvents();
}
