package dev.rampart.domain.organization;

import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;

/** All organizations there are, for the one role that may see more than its own. */
@FunctionalInterface
public interface OrganizationList {

    /** A part of the list; a search looks for slugs that begin with it. Costs one exchange. */
    Page<ManagedOrganization> page(PageRequest request);
}
