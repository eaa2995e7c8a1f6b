package dev.rampart.domain.resource;

import java.util.UUID;

/** Names a resource server in an organization. */
public record ResourceServerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
