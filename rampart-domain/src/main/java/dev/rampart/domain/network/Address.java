package dev.rampart.domain.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** An IP address, of either kind. An IPv4 address in IPv6 clothing is an IPv4 address. */
public record Address(InetAddress value) {

    private static final int IPV6_CLIENT_BYTES = 8;

    /** Reads an address as it is written in full, without a name ever being looked up. */
    public static Optional<Address> parse(String text) {
        if (!isWrittenInFull(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Address(InetAddress.ofLiteral(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads an address as proxies write it: perhaps with a port, IPv6 perhaps in brackets (RFC 7239 §6). */
    public static Optional<Address> parseNode(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? Optional.empty() : parse(text.substring(1, end));
        }
        int colon = text.indexOf(':');
        boolean hasPort = colon > 0 && colon == text.lastIndexOf(':');
        return parse(hasPort ? text.substring(0, colon) : text);
    }

    /** What is counted as one client: the address itself with IPv4, its {@code /64} with IPv6. */
    public String clientNetwork() {
        if (!(value instanceof Inet6Address)) {
            return this + "/32";
        }
        byte[] bytes = value.getAddress();
        Arrays.fill(bytes, IPV6_CLIENT_BYTES, bytes.length, (byte) 0);
        return of(bytes) + "/64";
    }

    @Override
    public String toString() {
        String text = value.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    private static Address of(byte[] bytes) {
        try {
            return new Address(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address of %d bytes".formatted(bytes.length), e);
        }
    }

    /** The JDK also reads {@code 127.1} and {@code fe80::1%eth0}. */
    private static boolean isWrittenInFull(String text) {
        return text.indexOf('%') < 0
                && (text.indexOf(':') >= 0 || text.chars().filter(c -> c == '.').count() == 3);
    }
}
