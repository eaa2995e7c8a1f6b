package dev.rampart.domain.organization;

import dev.rampart.domain.shared.OrgId;
import java.time.Instant;
import java.util.Optional;

/** The organizations whose time has come. */
@FunctionalInterface
public interface DueOrganizations {

    /** The one that has been due for longest. Costs one exchange. */
    Optional<OrgId> first(Instant now);
}
