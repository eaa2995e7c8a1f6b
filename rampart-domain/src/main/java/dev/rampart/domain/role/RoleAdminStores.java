package dev.rampart.domain.role;

import dev.rampart.domain.audit.AuditEvents;

/** What administering roles may touch, within one transaction. */
public interface RoleAdminStores {

    Roles roles();

    RoleRegister roleRegister();

    RoleHolders roleHolders();

    AuditEvents auditEvents();
}
