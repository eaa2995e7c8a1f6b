package dev.rampart.http.undertow;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Cuts a connection off when one step on it takes too long, or all of them together. */
final class Watch {

    private final HttpServerExchange exchange;
    private final Duration step;
    private final long end;

    Watch(HttpServerExchange exchange, Duration step, Duration all) {
        this.exchange = exchange;
        this.step = step;
        this.end = System.nanoTime() + all.toNanos();
    }

    /** One step, which waits for the client. */
    @FunctionalInterface
    interface Step {
        int take() throws IOException;
    }

    int over(Step one) throws IOException {
        if (System.nanoTime() - end > 0) {
            cut();
            throw new IOException("the body has flowed for too long");
        }
        XnioExecutor.Key deadline =
                exchange.getIoThread().executeAfter(this::cut, step.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return one.take();
        } finally {
            deadline.remove();
        }
    }

    private void cut() {
        IoUtils.safeClose(exchange.getConnection());
    }
}
