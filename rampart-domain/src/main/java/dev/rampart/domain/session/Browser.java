package dev.rampart.domain.session;

import dev.rampart.domain.shared.RequestOrigin;
import dev.rampart.domain.shared.Secret;
import java.util.Optional;

/**
 * The browser that a request came from, by its cookies.
 *
 * @param id binds flows to it; it has one from its first flow on
 * @param session the session it is in, if that is still alive
 */
public record Browser(Optional<Secret> id, Optional<Secret> session, RequestOrigin origin) {}
