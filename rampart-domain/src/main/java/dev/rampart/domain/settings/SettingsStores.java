package dev.rampart.domain.settings;

import dev.rampart.domain.audit.AuditEvents;

/** What changing settings may touch, within one transaction. */
public interface SettingsStores {

    SettingsRegister settings();

    AuditEvents auditEvents();
}
