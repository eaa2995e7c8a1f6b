package dev.rampart.domain.organization;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.shared.OrgId;

/**
 * The audit log of the default organization, for what has to be known when an organization and the key of its own log
 * are gone.
 *
 * <p>Written in the unit of work of the other organization, so that both logs have it or neither. The vault must have
 * the key of {@code instance} at hand.
 */
public interface InstanceLog {

    void add(OrgId instance, AuditEvent event);
}
