package dev.rampart.oauth.client;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.outbound.Outbound;
import dev.rampart.domain.outbound.Outbound.Answered;
import dev.rampart.domain.shared.HttpsUri;
import dev.rampart.domain.shared.OrgId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys of clients from their {@code jwks_uri}, as this node has fetched them. */
public final class FetchedJwks {

    /** So long they are believed without another look. */
    static final Duration KEPT = Duration.ofMinutes(5);

    /** So long nobody can make us look again, whatever keys they name. */
    static final Duration QUIET = Duration.ofSeconds(5);

    private static final int SETS_MAX = 1000;

    private final Outbound outbound;
    private final InstantSource clock;
    private final LinkedHashMap<Place, Shelf> shelves = new LinkedHashMap<>();

    public FetchedJwks(Outbound outbound, InstantSource clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    /** Whose keys, and where. */
    record Place(OrgId org, ClientId client, HttpsUri uri) {}

    /** Those at hand, fetched where they are missing or old. Nobody's where they cannot be had. */
    ClientJwks atHand(Place place) {
        return shelf(place).atHand(outbound, clock.instant());
    }

    /** Those that are there now, unless somebody asked for just that a moment ago. */
    ClientJwks afresh(Place place) {
        return shelf(place).afresh(outbound, clock.instant());
    }

    /** The one that was put up first makes room. */
    private synchronized Shelf shelf(Place place) {
        if (shelves.size() >= SETS_MAX && !shelves.containsKey(place)) {
            Map.Entry<Place, Shelf> _ = shelves.pollFirstEntry();
        }
        return shelves.computeIfAbsent(place, here -> new Shelf(here.uri()));
    }

    /** The keys of one place. Whoever comes while they are fetched waits, and has them too. */
    private static final class Shelf {

        private final URI uri;
        private ClientJwks keys = ClientJwks.NONE;
        private Instant staleAt = Instant.MIN;
        private Instant quietUntil = Instant.MIN;

        Shelf(HttpsUri uri) {
            this.uri = URI.create(uri.value());
        }

        synchronized ClientJwks atHand(Outbound outbound, Instant now) {
            if (!now.isBefore(staleAt)) {
                fetch(outbound, now);
            }
            return keys;
        }

        synchronized ClientJwks afresh(Outbound outbound, Instant now) {
            if (!now.isBefore(quietUntil)) {
                quietUntil = now.plus(QUIET);
                fetch(outbound, now);
            }
            return keys;
        }

        /** Where nothing can be had, what was there is forgotten: its keys may have been taken away. */
        private void fetch(Outbound outbound, Instant now) {
            boolean found = outbound.fetch(uri, Outbound.Limits.USUAL) instanceof Answered answered
                    && answered.isOk()
                    && ClientJwks.parse(answered.text()).map(this::put).isPresent();
            if (!found) {
                keys = ClientJwks.NONE;
                quietUntil = now.plus(QUIET);
            }
            staleAt = now.plus(found ? KEPT : QUIET);
        }

        private ClientJwks put(ClientJwks fresh) {
            keys = fresh;
            return fresh;
        }
    }
}
