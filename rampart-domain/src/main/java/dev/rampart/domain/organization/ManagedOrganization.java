package dev.rampart.domain.organization;

import java.time.Instant;

/** An organization as those who administer it see it. */
public record ManagedOrganization(Organization organization, Instant createdAt, Instant updatedAt) {}
