package dev.rampart.domain.consent;

import java.util.UUID;

/** Names what one person has allowed one application. */
public record ConsentId(UUID value) {

    /** Throws {@link IllegalArgumentException} if it is not a UUID. */
    public static ConsentId parse(String text) {
        return new ConsentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
