package dev.rampart.domain.organization;

import java.util.Optional;

/**
 * Finds an organization before anybody knows its id.
 *
 * <p>What it says may be up to ten seconds old, so nothing is decided by it: whether an organization is enabled stands
 * in the statement that decides.
 */
@FunctionalInterface
public interface OrganizationDirectory {

    Optional<Organization> bySlug(OrgSlug slug);

    /** Forgets what is at hand and reads again. */
    default Optional<Organization> afresh(OrgSlug slug) {
        return bySlug(slug);
    }
}
