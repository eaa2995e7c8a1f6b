package dev.rampart.domain.registration;

import java.util.UUID;

/** Names an initial access token. */
public record InitialAccessTokenId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
