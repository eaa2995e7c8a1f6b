package dev.rampart.domain.consent;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.user.UserId;
import java.time.Instant;

/**
 * What one person has allowed one application, until they or an administrator take it back.
 *
 * @param clientName of that application today
 * @param allowed all that was ever allowed since
 * @param updatedAt when something was allowed last
 */
public record Consent(
        ConsentId id,
        UserId user,
        ClientId client,
        String clientName,
        Allowed allowed,
        Instant createdAt,
        Instant updatedAt) {}
