package dev.rampart.domain.shared;

import java.util.Optional;

/**
 * Where a request came from, as far as it can be believed.
 *
 * @param network the IPv4 address, or the first 64 bits of the IPv6 address: what is counted as one caller
 * @param userAgent as sent, cut to a length that is worth keeping
 */
public record RequestOrigin(String ip, String network, Optional<String> userAgent, String requestId) {

    /** What the server does by itself: there is no request behind it. */
    public static final RequestOrigin NONE = new RequestOrigin("", "", Optional.empty(), "");
}
