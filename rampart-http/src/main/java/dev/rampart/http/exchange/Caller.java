package dev.rampart.http.exchange;

import java.util.Optional;

/** Who makes a request, as far as the check of its route found out. */
public sealed interface Caller {

    /** Nobody was asked to say. */
    record Anonymous() implements Caller {}

    /** Somebody whose credential was checked. */
    record Verified(Credential credential) implements Caller {}

    /**
     * What a check verified: an authenticated client, an access token, a session. Whoever writes a check has a record
     * of its own that implements this, and its endpoints ask for that record.
     */
    interface Credential {}

    /** The credential, if it is of that type. */
    default <C extends Credential> Optional<C> credential(Class<C> type) {
        return switch (this) {
            case Anonymous() -> Optional.empty();
            case Verified(Credential credential) ->
                type.isInstance(credential) ? Optional.of(type.cast(credential)) : Optional.empty();
        };
    }
}
