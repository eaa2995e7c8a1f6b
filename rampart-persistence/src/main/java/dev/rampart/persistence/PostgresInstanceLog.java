package dev.rampart.persistence;

import static dev.rampart.persistence.schema.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.insertInto;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.SealedEvent;
import dev.rampart.domain.audit.SeparatedEvent;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.organization.InstanceLog;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.audit.AuditRow;
import java.util.Optional;

/** One event of another organization's, in the same transaction: row-level security turns to it and back. */
record PostgresInstanceLog(Statements statements, OrgId org, Vault vault) implements InstanceLog {

    @Override
    public void add(OrgId instance, AuditEvent event) {
        // The keys of people are at hand for one organization at a time: without one, their ids have to do.
        SealedEvent bare = new SealedEvent(SeparatedEvent.of(event).rest(), Optional.empty(), Optional.empty());
        statements.later(Exchange.pin(instance));
        statements.later(insertInto(AUDIT_EVENT).set(AuditRow.of(instance, bare, vault)));
        statements.later(Exchange.pin(org));
    }
}
