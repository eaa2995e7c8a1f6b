package dev.rampart.domain.client;

import dev.rampart.domain.shared.OrgId;
import java.util.Optional;

/**
 * The clients of every organization, at hand.
 *
 * <p>What it says may be up to ten seconds old, so it decides nothing by itself: the statement that issues something
 * compares the version, and when that has changed the client is asked for {@link #afresh}.
 */
public interface ClientDirectory {

    Optional<Client> find(OrgId org, ClientId id);

    /** Forgets what is at hand and reads again. */
    Optional<Client> afresh(OrgId org, ClientId id);

    /** Whether an enabled client has registered this web origin. */
    boolean haveOrigin(OrgId org, String origin);
}
