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
     * The person of a grant and what they allowed, as long as everything behind it stands: the token itself, the grant,
     * its session and consent, its client, the person and the organization.
     */
    Optional<Told> person(IssuedToken token, Duration idle, Instant now);

    /** Who it is, and which claims were asked for (OIDC Core §5.5). */
    record Told(User user, Optional<String> claims) {}
}
