package dev.rampart.domain.organization;

import java.time.Instant;
import java.util.Optional;

/** An organization as those who administer it see it. {@code deletion} is there once it was deleted. */
public record ManagedOrganization(
        Organization organization, Instant createdAt, Instant updatedAt, Optional<Deletion> deletion) {

    /** Its next version, which is disabled, and gone when its time has come. */
    ManagedOrganization marked(Deletion mark, Instant now) {
        return new ManagedOrganization(next(false), createdAt, now, Optional.of(mark));
    }

    /** Its next version, as enabled as it was before it was marked. */
    ManagedOrganization restored(Deletion mark, Instant now) {
        return new ManagedOrganization(next(mark.enabledBefore()), createdAt, now, Optional.empty());
    }

    private Organization next(boolean enabled) {
        return new Organization(
                organization.id(), organization.slug(), organization.name(), enabled, organization.version() + 1);
    }
}
