package dev.rampart.http.undertow;

import dev.rampart.http.exchange.BodyTooLongException;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A body as it comes, up to a size. Nothing is done to the exchange before somebody reads. */
final class WatchedInput extends InputStream {

    private final HttpServerExchange exchange;
    private final Watch watch;
    private final long maxBytes;
    private long left;
    private @Nullable InputStream opened;

    WatchedInput(HttpServerExchange exchange, Watch watch, long maxBytes) {
        this.exchange = exchange;
        this.watch = watch;
        this.maxBytes = maxBytes;
        this.left = maxBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        InputStream body = open();
        int read = watch.over(() -> body.read(into, from, length));
        left -= Math.max(0, read);
        if (left < 0) {
            throw new BodyTooLongException(maxBytes);
        }
        return read;
    }

    private InputStream open() {
        InputStream body = opened;
        if (body == null) {
            exchange.startBlocking();
            body = exchange.getInputStream();
            opened = body;
        }
        return body;
    }
}
