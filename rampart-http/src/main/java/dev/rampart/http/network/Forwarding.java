package dev.rampart.http.network;

import dev.rampart.http.exchange.Headers;
import dev.rampart.http.network.TrustedProxies.Hop;
import java.util.List;
import java.util.Locale;

/** Reads what proxies write about the hops before them. Believes nothing: that is decided elsewhere. */
final class Forwarding {

    private Forwarding() {}

    /** {@code X-Forwarded-For}, with the scheme and host that the nearest proxy says in its sister headers. */
    static List<Hop> olderHops(Headers headers) {
        String scheme = last(headers, "X-Forwarded-Proto");
        String host = last(headers, "X-Forwarded-Host");
        return TrustedProxies.elements(headers.all("X-Forwarded-For"))
                .map(node -> new Hop(node, scheme, host))
                .toList();
    }

    /** {@code Forwarded} (RFC 7239 §4). */
    static List<Hop> standardHops(Headers headers) {
        return TrustedProxies.elements(headers.all("Forwarded"))
                .map(element ->
                        new Hop(parameter(element, "for"), parameter(element, "proto"), parameter(element, "host")))
                .toList();
    }

    private static String last(Headers headers, String name) {
        List<String> elements = TrustedProxies.elements(headers.all(name)).toList();
        return elements.isEmpty() ? "" : elements.getLast();
    }

    private static String parameter(String element, String name) {
        for (String pair : element.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0
                    && pair.substring(0, equals)
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .equals(name)) {
                return unquoted(pair.substring(equals + 1).strip());
            }
        }
        return "";
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
