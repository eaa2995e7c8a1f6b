package dev.rampart.domain.session;

import dev.rampart.domain.audit.AuditEvents;

/** What the use cases of sessions may touch, within one transaction. */
public interface SessionStores {

    SignInFlows signInFlows();

    SignInAttempts signInAttempts();

    Sessions sessions();

    AuditEvents auditEvents();
}
