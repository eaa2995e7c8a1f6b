package dev.rampart.domain.organization;

import dev.rampart.domain.shared.OrgId;
import java.util.Optional;

/** Finds an organization by an id that somebody says. */
@FunctionalInterface
public interface OrganizationsById {

    Optional<Organization> find(OrgId id);
}
