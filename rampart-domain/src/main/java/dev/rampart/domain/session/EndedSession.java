package dev.rampart.domain.session;

import dev.rampart.domain.client.ClientId;
import java.util.Set;

/**
 * A session that is over.
 *
 * @param clients the applications that it was used for, and that know who the person is
 */
public record EndedSession(Session session, Set<ClientId> clients) {

    /** Names the chore that tells applications of it, so that it can be woken. */
    public static final String CHORE = "logout";

    public EndedSession {
        clients = Set.copyOf(clients);
    }
}
