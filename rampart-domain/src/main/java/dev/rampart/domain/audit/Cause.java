package dev.rampart.domain.audit;

import dev.rampart.domain.shared.RequestOrigin;
import java.util.Optional;

/**
 * Who brings something about, from where, and in which session.
 *
 * @param session the {@code sid} of a person's token
 */
public record Cause(Actor actor, RequestOrigin origin, Optional<String> session) {

    /** The server itself, or whoever started it. */
    public static final Cause SYSTEM = new Cause(Actor.SYSTEM, RequestOrigin.NONE, Optional.empty());
}
