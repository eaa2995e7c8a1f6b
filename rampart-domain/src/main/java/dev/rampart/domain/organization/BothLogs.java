package dev.rampart.domain.organization;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.key.Vault;
import dev.rampart.domain.shared.OrgId;
import java.util.Optional;

/** Tells of an organization's end in its own log and in that of the default organization, in one transaction. */
record BothLogs(OrgId instance) {

    /** Has the default organization's key at hand, before a connection is held. */
    static BothLogs open(OrganizationDirectory directory, Vault vault) {
        OrgId instance = directory.bySlug(OrgSlug.DEFAULT).map(Organization::id).orElseThrow();
        vault.prepare(instance);
        return new BothLogs(instance);
    }

    /** {@code event} is as the organization's own log has it. */
    void add(OrganizationEndStores stores, OrgId org, AuditEvent event) {
        stores.auditEvents().add(event);
        if (!org.equals(instance)) {
            addToInstance(stores, org, event);
        }
    }

    void addToInstance(OrganizationEndStores stores, OrgId org, AuditEvent event) {
        stores.instanceLog().add(instance, event.by(seenFromInstance(event.actor(), org)));
    }

    /** Who is from elsewhere there is at home here, and the other way round. */
    private Actor seenFromInstance(Actor actor, OrgId org) {
        boolean isSomebody = actor.kind() == Actor.Kind.USER || actor.kind() == Actor.Kind.CLIENT;
        Optional<OrgId> from = actor.organization().isEmpty() && isSomebody ? Optional.of(org) : Optional.empty();
        return new Actor(actor.kind(), actor.id(), actor.name(), from);
    }
}
