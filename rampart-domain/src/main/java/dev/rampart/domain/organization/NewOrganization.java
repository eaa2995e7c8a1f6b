package dev.rampart.domain.organization;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.key.SigningKey;
import java.time.Instant;
import java.util.List;

/** A tenant that is ready to be written down: with its keys, and the event that tells of it. */
public record NewOrganization(
        Organization organization, Instant now, SealedDataKey dataKey, List<SigningKey> keys, AuditEvent created) {

    public NewOrganization {
        keys = List.copyOf(keys);
    }

    /** Writes it into a unit of work on itself. If the slug is taken, nothing is written. */
    public CreateOrganization.Outcome writeTo(OrganizationStores stores) {
        if (!stores.organizations().add(organization, now)) {
            return new CreateOrganization.SlugTaken();
        }
        stores.dataKeys().add(dataKey);
        keys.forEach(stores.signingKeys()::addActive);
        stores.auditEvents().add(created);
        return new CreateOrganization.Created(organization);
    }
}
