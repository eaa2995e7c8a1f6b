package dev.rampart.domain.grant;

import dev.rampart.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The grants of one organization. */
public interface UserGrants {

    /** Remembers a new one. */
    void add(UserGrant grant, Instant now);

    /** Ends a grant and every token issued from it. Does nothing if it has already ended. */
    void revoke(GrantId grant, Instant now);

    /**
     * The person of a grant, as long as everything behind it stands: the grant itself, its session, its client, the
     * person and the organization.
     */
    Optional<User> person(GrantId grant, Duration idle, Instant now);
}
