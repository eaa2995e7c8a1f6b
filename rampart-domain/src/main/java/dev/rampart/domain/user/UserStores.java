package dev.rampart.domain.user;

import dev.rampart.domain.audit.AuditEvents;
import dev.rampart.domain.role.Roles;
import dev.rampart.domain.settings.SettingsRegister;

/** What the use cases of people may touch, within one transaction. */
public interface UserStores {

    Users users();

    Passwords passwords();

    Roles roles();

    SettingsRegister settings();

    AuditEvents auditEvents();
}
