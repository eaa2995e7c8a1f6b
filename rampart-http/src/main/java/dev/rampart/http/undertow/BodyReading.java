package dev.rampart.http.undertow;

import dev.rampart.http.Arrival.Sent;
import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Gathers a body as it comes, without a thread waiting for it, up to a size and for a time. */
final class BodyReading {

    private final Duration atMost;

    BodyReading(Duration atMost) {
        this.atMost = atMost;
    }

    /** Calls {@code then} with what came; not at all if the connection broke or the time ran out: it is closed then. */
    void read(HttpServerExchange exchange, int maxBytes, Consumer<Sent> then) {
        if (exchange.getRequestContentLength() > maxBytes) {
            then.accept(new Sent.TooLarge());
            return;
        }
        XnioExecutor.Key deadline =
                exchange.getIoThread().executeAfter(() -> cut(exchange), atMost.toMillis(), TimeUnit.MILLISECONDS);
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(maxBytes);
        receiver.receiveFullBytes(
                (same, bytes) -> {
                    deadline.remove();
                    then.accept(new Sent.Whole(bytes));
                },
                (same, failure) -> {
                    deadline.remove();
                    if (isTooLarge(failure)) {
                        then.accept(new Sent.TooLarge());
                    } else {
                        cut(exchange);
                    }
                });
    }

    private static boolean isTooLarge(IOException failure) {
        return failure instanceof Receiver.RequestToLargeException || failure instanceof RequestTooBigException;
    }

    private static void cut(HttpServerExchange exchange) {
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange();
    }
}
