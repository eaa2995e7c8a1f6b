package dev.rampart.outbound.http;

import dev.rampart.domain.network.Address;
import dev.rampart.domain.network.Network;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where calls may go: what is globally reachable, and what the operator allows.
 *
 * <p>An IPv6 address that carries an IPv4 one (6to4, Teredo, NAT64, IPv4-compatible) is refused whatever it carries; an
 * IPv4-mapped one is the IPv4 address, and judged as such.
 */
record AddressRules(List<Network> allowed) {

    /** The IPv6 that is given out for global use (RFC 4291 §2.4). All else is local, mapped, translated or nobody's. */
    private static final Network GLOBAL_IPV6 = network("2000::/3");

    /** What the registries of special addresses (RFC 6890) do not call globally reachable, and what leads there. */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8", // This network, and the unspecified address (RFC 791).
                    "10.0.0.0/8", // Private (RFC 1918).
                    "100.64.0.0/10", // Shared by a carrier (RFC 6598).
                    "127.0.0.0/8", // This machine (RFC 1122).
                    "169.254.0.0/16", // Link-local (RFC 3927), and the metadata of clouds.
                    "172.16.0.0/12", // Private.
                    "192.0.0.0/24", // Protocol assignments (RFC 6890).
                    "192.0.2.0/24", // Documentation (RFC 5737).
                    "192.88.99.0/24", // Relays of 6to4 (RFC 7526).
                    "192.168.0.0/16", // Private.
                    "198.18.0.0/15", // Benchmarks (RFC 2544).
                    "198.51.100.0/24", // Documentation.
                    "203.0.113.0/24", // Documentation.
                    "224.0.0.0/4", // Multicast (RFC 5771).
                    "240.0.0.0/4", // Reserved, and broadcast (RFC 1112, RFC 919).
                    "2001::/23", // Teredo, ORCHID, benchmarks and other assignments (RFC 2928).
                    "2001:db8::/32", // Documentation (RFC 3849).
                    "2002::/16", // 6to4 (RFC 3056).
                    "3fff::/20") // Documentation (RFC 9637).
            .map(AddressRules::network)
            .toList();

    AddressRules {
        allowed = List.copyOf(allowed);
    }

    boolean mayReach(Address address) {
        return isAllowed(address) || isGlobal(address);
    }

    /** Whether the operator allows it by name. */
    boolean isAllowed(Address address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }

    private static boolean isGlobal(Address address) {
        boolean isIpv4 = address.value().getAddress().length == Integer.BYTES;
        return (isIpv4 || GLOBAL_IPV6.contains(address))
                && SPECIAL.stream().noneMatch(network -> network.contains(address));
    }

    private static Network network(String text) {
        return Network.parse(text).orElseThrow();
    }
}
