package dev.rampart.domain.organization;

import dev.rampart.domain.shared.OrgId;

/**
 * A tenant: everything else belongs to one.
 *
 * @param version counts changes, so that a cached copy can be told to be old
 */
public record Organization(OrgId id, OrgSlug slug, String name, boolean enabled, long version) {}
