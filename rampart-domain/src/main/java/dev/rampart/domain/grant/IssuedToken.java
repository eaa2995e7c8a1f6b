package dev.rampart.domain.grant;

import dev.rampart.domain.client.ClientId;
import java.time.Instant;
import java.util.Optional;

/**
 * An access token whose signature has been verified and which has not expired. It may have been taken back.
 *
 * @param id the {@code jti}
 * @param client which was given it
 * @param grant which it comes from; empty if the client got it on its own behalf
 */
public record IssuedToken(String id, ClientId client, Optional<GrantId> grant, Instant expiresAt) {}
