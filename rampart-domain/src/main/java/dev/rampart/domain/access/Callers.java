package dev.rampart.domain.access;

import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whoever calls the admin API with a token of one organization. */
public interface Callers {

    /** Counts a call against its token's rate, and says who makes it and what they hold today: all in one statement. */
    Answer admit(Asking asking, Instant now);

    /**
     * Who asks.
     *
     * @param id the {@code jti} of the access token, which may have been taken back
     * @param token digest of it; each has a rate of its own
     * @param idle how long a session may lie unused
     */
    record Asking(Identity who, String id, Sha256 token, Rate rate, Duration idle) {}

    /** Whose token it is. */
    sealed interface Identity {

        /** An application that acts for itself (RFC 6749 §4.4). */
        record ServiceAccount(ClientId client) implements Identity {}

        /** A person, by the grant that the token comes from. */
        record Person(GrantId grant) implements Identity {}
    }

    /** What is known of the caller. */
    sealed interface Answer {

        /**
         * Everything behind the token stands.
         *
         * @param session the {@code sid} of a person
         * @param due when the next call of this token would be due at an even pace
         */
        record Known(Actor actor, Optional<String> session, Rights rights, Instant due) implements Answer {}

        /** The grant, its session, client, person or organization has ended or is disabled. */
        record Gone() implements Answer {}

        record Limited(Instant until) implements Answer {}
    }
}
