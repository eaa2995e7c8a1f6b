package dev.rampart.http.undertow;

import dev.rampart.http.Cors;
import dev.rampart.http.Route;
import dev.rampart.http.SecurityHeaders;
import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Response;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends what was answered, with the headers that every answer has. */
final class ResponseWriting {

    private static final System.Logger LOG = System.getLogger(ResponseWriting.class.getName());

    private static final HttpString REQUEST_ID = new HttpString("X-Request-Id");
    private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
    private static final int NOT_MODIFIED = 304;
    private static final int UNAVAILABLE = 503;

    private final Map<PageKind, List<Header>> security = new EnumMap<>(PageKind.class);
    private final Draining draining;
    private final BodyStreaming streaming;

    /** A header whose name need not be turned into bytes again. */
    private record Header(HttpString name, String value) {}

    ResponseWriting(boolean secureIssuer, Draining draining, BodyStreaming streaming) {
        this.draining = draining;
        this.streaming = streaming;
        for (PageKind kind : PageKind.values()) {
            security.put(
                    kind,
                    SecurityHeaders.of(kind, secureIssuer).entrySet().stream()
                            .map(header -> new Header(new HttpString(header.getKey()), header.getValue()))
                            .toList());
        }
    }

    void write(HttpServerExchange exchange, Response response, @Nullable Route route, String requestId) {
        HeaderMap headers = exchange.getResponseHeaders();
        for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
            headers.putAll(HttpString.tryFromString(header.getKey()), header.getValue());
        }
        for (Header header : security.getOrDefault(kind(response, route), List.of())) {
            if (!isOwnPolicy(header, response)) {
                headers.put(header.name, header.value);
            }
        }
        headers.put(REQUEST_ID, requestId);
        if (!headers.contains(Headers.CACHE_CONTROL)) {
            headers.put(Headers.CACHE_CONTROL, "no-store");
        }
        if (route != null && route.cors() == Cors.ANY_ORIGIN) {
            headers.put(ALLOW_ORIGIN, "*");
        }
        if (draining.hasBegun()) {
            exchange.setPersistent(false);
        }
        exchange.setStatusCode(response.status());
        send(exchange, response.body());
    }

    /** To one who comes when there is no room, or when the server stops. */
    void sendAway(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "2").put(Headers.CACHE_CONTROL, "no-store");
        exchange.setStatusCode(UNAVAILABLE);
        exchange.endExchange();
    }

    private static boolean isOwnPolicy(Header header, Response response) {
        return response.headers().containsKey(SecurityHeaders.POLICY)
                && header.name.equalToString(SecurityHeaders.POLICY);
    }

    private static PageKind kind(Response response, @Nullable Route route) {
        return response.kind() == PageKind.NONE && route != null ? route.page() : response.kind();
    }

    private void send(HttpServerExchange exchange, Body body) {
        switch (body) {
            case Body.Bytes(byte[] bytes) -> send(exchange, bytes);
            case Body.Text(String text) -> exchange.getResponseSender().send(text);
            case Body.Kept kept -> send(exchange, kept);
            case Body.Stream stream -> flow(exchange, stream);
            case Body.Problem problem -> throw new IllegalStateException("not worded: " + problem.title());
        }
    }

    /** A HEAD asks for no body, so that none is made. */
    private void flow(HttpServerExchange exchange, Body.Stream stream) {
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.endExchange();
            return;
        }
        try {
            streaming.out(exchange, stream);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A body that was being written broke off", e);
            exchange.endExchange();
        }
    }

    private static void send(HttpServerExchange exchange, byte[] bytes) {
        if (bytes.length == 0) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
        }
    }

    private static void send(HttpServerExchange exchange, Body.Kept kept) {
        HeaderMap asked = exchange.getRequestHeaders();
        byte[] gzip = kept.gzip();
        boolean compressed = gzip != null && Conditions.acceptsGzip(asked.getFirst(Headers.ACCEPT_ENCODING));
        String tag = compressed ? kept.gzipTag() : kept.tag();
        exchange.getResponseHeaders().put(Headers.ETAG, tag);
        if (Conditions.isKnown(tag, asked.getFirst(Headers.IF_NONE_MATCH))) {
            exchange.setStatusCode(NOT_MODIFIED);
            exchange.endExchange();
        } else if (compressed && gzip != null) {
            exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
            send(exchange, gzip);
        } else {
            send(exchange, kept.bytes());
        }
    }
}
