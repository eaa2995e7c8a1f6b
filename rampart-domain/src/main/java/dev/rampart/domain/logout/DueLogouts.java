package dev.rampart.domain.logout;

import dev.rampart.domain.shared.OrgId;
import java.time.Instant;
import java.util.List;

/** Where applications are to be told something, among all organizations. */
@FunctionalInterface
public interface DueLogouts {

    /** At most so many organizations that have something due, those that have waited longest first. One exchange. */
    List<OrgId> organizations(Instant now, int limit);
}
