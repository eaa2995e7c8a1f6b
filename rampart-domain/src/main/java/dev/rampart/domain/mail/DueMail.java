package dev.rampart.domain.mail;

import dev.rampart.domain.shared.OrgId;
import java.time.Instant;
import java.util.List;

/** Where there is mail to send, among all organizations. */
@FunctionalInterface
public interface DueMail {

    /** At most so many organizations that have something due, those that have waited longest first. One exchange. */
    List<OrgId> organizations(Instant now, int limit);
}
