package dev.rampart.domain.grant;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The refresh tokens of one organization (RFC 6749 §1.5). All of one grant are a family: they fall together. */
public interface RefreshTokens {

    /** Remembers the first of a grant, and from when on it can be refreshed no more. */
    void add(Fresh token, Instant now);

    /**
     * Replaces a token by its successor, if everything behind it stands and covers what is asked.
     *
     * <p>Of any number of concurrent calls for one token exactly one is told {@link Rotation.Rotated} (RFC 9700
     * §4.14.2); the others find its successor.
     */
    Rotation rotate(Presented presented, Instant now);

    /**
     * How long refresh tokens are good, unless the organization has chosen.
     *
     * @param idle how long one may lie unused
     * @param absolute how long after the grant it can be refreshed at all
     */
    record Lifetimes(Duration idle, Duration absolute) {

        public static final Lifetimes DEFAULT = new Lifetimes(Duration.ofDays(14), Duration.ofDays(90));
    }

    /** A new one. */
    record Fresh(Sha256 token, GrantId grant, Lifetimes lifetimes) {}

    /**
     * A token that is presented, and what for.
     *
     * @param client which presents it
     * @param clientVersion of that client as it is at hand
     * @param wanted what the new access token shall be for
     * @param successor digest of the token that takes its place
     * @param sealed that token, sealed for whoever presents this one
     * @param sessionIdle how long a session may lie unused
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Presented(
            Sha256 token,
            ClientId client,
            long clientVersion,
            Wanted wanted,
            Sha256 successor,
            byte[] sealed,
            Lifetimes lifetimes,
            Duration sessionIdle,
            String network,
            Rate limit) {

        /** The sealed token says nothing, and everything else is on paper already. */
        @Override
        public String toString() {
            return "Presented[client=%s]".formatted(client);
        }
    }

    /** What is asked for, which may be less than was granted (RFC 6749 §6, RFC 8707 §2.2). Nothing: all of it. */
    record Wanted(Optional<Scopes> scopes, List<Resource> resources) {

        public Wanted {
            resources = List.copyOf(resources);
        }
    }

    /** What became of a token that was presented. */
    sealed interface Rotation {
        record Rotated(UserGrant grant, Behind behind) implements Rotation {}

        /**
         * It had been replaced before.
         *
         * @param at when
         * @param sealed its successor, as it was sealed then
         */
        @SuppressWarnings("ArrayRecordComponent") // Never compared.
        record AlreadyRotated(UserGrant grant, Behind behind, Instant at, byte[] sealed) implements Rotation {

            @Override
            public String toString() {
                return "AlreadyRotated[grant=%s, at=%s]".formatted(grant.id(), at);
            }
        }

        /** It is as it was. {@code expired}: it has lain unused for too long, or its grant is over. */
        record Unmoved(UserGrant grant, Behind behind, boolean expired) implements Rotation {}

        record Unknown() implements Rotation {}

        /** The client that presents it, or the organization, has been changed or disabled since the client was read. */
        record ClientChanged() implements Rotation {}

        /** Too many requests from this network; the token has not been looked at. */
        record Limited(Instant until) implements Rotation {}
    }
}
