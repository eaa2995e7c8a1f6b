package dev.rampart.domain.session;

import java.util.UUID;

/** Names a session in tokens, as {@code sid} (OIDC Front-Channel Logout §3). Not what the browser keeps. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
