package dev.rampart.http.undertow;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests under way, lets in no more than there may be, and waits for the last one. */
final class Draining {

    private final int max;
    private final AtomicInteger inside = new AtomicInteger();
    private final ExchangeCompletionListener leaving = (exchange, next) -> {
        leave();
        next.proceed();
    };
    private volatile boolean begun;

    Draining(int max) {
        this.max = max;
    }

    /** Whether one more may come in. It is counted either way, until its answer is sent. */
    boolean admits(HttpServerExchange exchange) {
        int now = inside.incrementAndGet();
        exchange.addExchangeCompleteListener(leaving);
        return now <= max && !begun;
    }

    boolean hasBegun() {
        return begun;
    }

    void begin() {
        begun = true;
    }

    /** Waits until nobody is inside, at most so long. */
    synchronized void await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (inside.get() > 0 && end - System.nanoTime() > 0) {
                wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Whoever interrupts wants to be gone: the stop follows at once.
        }
    }

    private void leave() {
        if (inside.decrementAndGet() == 0 && begun) {
            synchronized (this) {
                notifyAll();
            }
        }
    }
}
