package dev.rampart.domain.logout;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.shared.OrgId;

/** Writes what an application is told in a form that it can check. */
@FunctionalInterface
public interface LogoutTokens {

    /**
     * A token for this application alone, good for a short while from now on. Of one notice each has the same name, so
     * that whoever gets two can tell.
     */
    String write(OrgId org, Client client, LogoutNotice notice);
}
