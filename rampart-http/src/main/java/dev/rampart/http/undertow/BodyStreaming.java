package dev.rampart.http.undertow;

import dev.rampart.http.Arrival.Sent;
import dev.rampart.http.exchange.Body;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.xnio.IoUtils;

/**
 * Lets long bodies flow, in and out, on the worker that answers.
 *
 * <p>That worker waits for the client, so that the client is watched: who neither sends nor takes anything for as long
 * as a request may take to arrive is cut off, and so is who has not finished within {@link #ALL_MAX}.
 */
final class BodyStreaming {

    /** How long one body may flow in all. */
    static final Duration ALL_MAX = Duration.ofMinutes(15);

    private final Duration pauseMax;

    BodyStreaming(Duration pauseMax) {
        this.pauseMax = pauseMax;
    }

    /** What is sent, not read yet: whoever is refused is not waited for. */
    Sent in(HttpServerExchange exchange, int maxBytes) {
        return exchange.getRequestContentLength() > maxBytes
                ? new Sent.TooLarge()
                : new Sent.Flowing(new WatchedInput(exchange, new Watch(exchange, pauseMax, ALL_MAX), maxBytes));
    }

    /** Ends the exchange: whole, or cut off where writing failed, so that nobody takes a part for all of it. */
    void out(HttpServerExchange exchange, Body.Stream body) throws IOException {
        exchange.startBlocking();
        OutputStream out = new WatchedOutput(exchange.getOutputStream(), new Watch(exchange, pauseMax, ALL_MAX));
        boolean whole = false;
        try {
            body.writing().to(out);
            out.close();
            whole = true;
        } finally {
            if (!whole) {
                IoUtils.safeClose(exchange.getConnection());
            }
        }
    }
}
