package dev.rampart.domain.consent;

import java.util.UUID;

/** Names what one person has allowed one application. */
public record ConsentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
