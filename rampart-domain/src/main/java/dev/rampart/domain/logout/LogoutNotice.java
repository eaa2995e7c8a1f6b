package dev.rampart.domain.logout;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.user.UserId;
import java.time.Instant;

/** What an application is to be told: that a session is over in which a person has used it. There is one of both. */
public record LogoutNotice(SessionId session, ClientId client, UserId user, Instant endedAt) {}
