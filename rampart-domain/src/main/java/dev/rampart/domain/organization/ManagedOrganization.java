package dev.rampart.domain.organization;

import java.time.Instant;
import java.util.Optional;

/** An organization as those who administer it see it. {@code deletion} is there once it was deleted. */
public record ManagedOrganization(
        Organization organization, Instant createdAt, Instant updatedAt, Optional<Deletion> deletion) {

    /** The next version of it: as enabled as said, and deleted or not. */
    ManagedOrganization next(boolean enabled, Optional<Deletion> other, Instant now) {
        Organization changed = new Organization(
                organization.id(), organization.slug(), organization.name(), enabled, organization.version() + 1);
        return new ManagedOrganization(changed, createdAt, now, other);
    }
}
