package dev.rampart.oauth.authorize;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.user.UserId;
import java.util.Optional;

/** What an ID token says that was once issued: to which client, for whom, in which session. */
public record IdTokenHint(ClientId client, UserId user, Optional<String> session) {}
