package dev.rampart.http.network;

import dev.rampart.domain.network.Address;

/**
 * The client at the far end, as far as it is known.
 *
 * @param secure whether it came by https
 * @param host the host it asked for; empty if unknown
 */
public record Peer(Address address, boolean secure, String host) {}
