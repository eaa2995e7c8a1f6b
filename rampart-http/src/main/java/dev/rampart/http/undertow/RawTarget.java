package dev.rampart.http.undertow;

import io.undertow.server.HttpServerExchange;

/** The target of a request as it was sent: nothing decoded, nothing mended. */
final class RawTarget {

    private RawTarget() {}

    /** The path alone, where the target names the host, too (RFC 9112 §3.2.2). */
    static String path(HttpServerExchange exchange) {
        String target = exchange.getRequestURI();
        if (!exchange.isHostIncludedInRequestURI()) {
            return target;
        }
        int authority = target.indexOf("//");
        int path = authority < 0 ? -1 : target.indexOf('/', authority + 2);
        return path < 0 ? "/" : target.substring(path);
    }
}
