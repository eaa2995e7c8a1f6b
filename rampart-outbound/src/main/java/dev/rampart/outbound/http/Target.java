package dev.rampart.outbound.http;

import dev.rampart.domain.network.Address;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a call goes, as its address says.
 *
 * @param host a name, or an address without brackets
 * @param literal the host, where it is an address
 * @param path with the query, as it is sent
 */
record Target(boolean secure, String host, Optional<Address> literal, int port, String path) {

    /** Below this one, but for https, is mail, remote shells and the like. */
    static final int FIRST_FREE_PORT = 1024;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * Reads an address of a server on the web. A host that looks like an address must be one as it is written in full,
     * so that nobody reads it in another way: not {@code 127.1}, {@code 0177.0.0.1}, {@code 2130706433} or with a zone.
     */
    static Optional<Target> of(URI uri) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        String host = uri.getHost();
        boolean isOne = (secure || "http".equalsIgnoreCase(uri.getScheme()))
                && host != null
                && uri.getRawUserInfo() == null
                && !host.endsWith(".");
        if (!isOne) {
            return Optional.empty();
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        Optional<Address> literal = Address.parse(bare).filter(address -> isCanonical(address, bare));
        if (literal.isEmpty() && looksLikeAnAddress(bare)) {
            return Optional.empty();
        }
        int port = uri.getPort() < 0 ? usual(secure) : uri.getPort();
        return Optional.of(new Target(secure, bare, literal, port, path(uri)));
    }

    /** Whether anybody's server may listen there. */
    boolean hasOpenPort() {
        return port == HTTPS || port >= FIRST_FREE_PORT;
    }

    /** What stands in the header (RFC 9110 §7.2). */
    String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == usual(secure) ? name : name + ":" + port;
    }

    private static int usual(boolean secure) {
        return secure ? HTTPS : HTTP;
    }

    private static String path(URI uri) {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    /** There is one way to write an IPv4 address. Those to write an IPv6 one cannot be mistaken. */
    private static boolean isCanonical(Address address, String text) {
        return text.indexOf(':') >= 0 || address.toString().equals(text);
    }

    /**
     * Browsers and libraries take a host whose last part is a number for an IPv4 address (WHATWG URL, "host parser").
     */
    private static boolean looksLikeAnAddress(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return host.indexOf(':') >= 0 || last.matches("\\d+|0x[0-9a-f]*");
    }
}
