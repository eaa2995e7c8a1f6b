package dev.rampart.http.network;

import dev.rampart.domain.network.Address;
import dev.rampart.domain.network.Network;
import dev.rampart.http.exchange.Headers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The networks of the proxies whose word is taken: nobody's, unless the configuration lists it. */
public record TrustedProxies(List<Network> networks) {

    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    /** Whether that address is a proxy of ours. */
    public boolean include(Address address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds the client behind the proxies: the right-most hop that is not one of them.
     *
     * <p>A proxy appends to one of the two headers and mostly lets the other through as the client wrote it. So where
     * both are there and name different clients, neither is believed.
     */
    public Peer client(Peer peer, Headers headers) {
        if (networks.isEmpty() || !include(peer.address())) {
            return peer;
        }
        Optional<Peer> older = behind(peer, Forwarding.olderHops(headers));
        Optional<Peer> standard = behind(peer, Forwarding.standardHops(headers));
        boolean disagree = older.isPresent()
                && standard.isPresent()
                && !older.get().address().equals(standard.get().address());
        return disagree ? peer : older.or(() -> standard).orElse(peer);
    }

    /** Nothing if the header is not there, or if what a proxy of ours wrote there is no address. */
    private Optional<Peer> behind(Peer peer, List<Hop> hops) {
        List<Hop> nearestFirst = new ArrayList<>(hops);
        Collections.reverse(nearestFirst);
        Optional<Peer> found = Optional.empty();
        for (Hop hop : nearestFirst) {
            Optional<Address> address = Address.parseNode(hop.node());
            if (address.isEmpty()) {
                return found;
            }
            found = Optional.of(hop.asPeer(address.get(), found.orElse(peer)));
            if (!include(address.get())) {
                return found;
            }
        }
        return found;
    }

    /** One step of a forwarded request. What the proxy does not say is empty. */
    record Hop(String node, String scheme, String host) {

        private Peer asPeer(Address address, Peer nearer) {
            return new Peer(
                    address,
                    scheme.isEmpty() ? nearer.secure() : scheme.equalsIgnoreCase("https"),
                    host.isEmpty() ? nearer.host() : host);
        }
    }

    /** Splits the values of a list header at its commas. */
    static Stream<String> elements(List<String> values) {
        return values.stream().flatMap(value -> Stream.of(value.split(",", -1))).map(String::strip);
    }
}
