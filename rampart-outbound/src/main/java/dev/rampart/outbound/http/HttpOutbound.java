package dev.rampart.outbound.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.rampart.domain.outbound.Outbound;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The one client that calls addresses out of the database, by HTTP/1.1 with a connection for each call.
 *
 * <p>A call runs on a thread of its own, because neither the look-up of a name nor a TLS handshake can be told when to
 * end. Whoever waits goes at the deadline and shuts the connection; a look-up that hangs keeps its thread and its place
 * among the calls under way until it is over.
 */
public final class HttpOutbound implements Outbound {

    /** Calls under way at once, on this node. */
    static final int CALLS_MAX = 32;

    private final AddressRules rules;
    private final SSLSocketFactory tls;
    private final Resolver resolver;
    private final Semaphore places = new Semaphore(CALLS_MAX);

    public HttpOutbound(OutboundSettings settings) {
        this(settings, Resolver.SYSTEM);
    }

    HttpOutbound(OutboundSettings settings, Resolver resolver) {
        this.rules = new AddressRules(settings.allowed());
        this.tls = TrustedRoots.with(settings.roots());
        this.resolver = resolver;
    }

    @Override
    public Answer fetch(URI uri, Limits limits) {
        return call(uri, null, limits);
    }

    @Override
    public Answer post(URI uri, Content content, Limits limits) {
        return call(uri, content, limits);
    }

    private Answer call(URI uri, @Nullable Content content, Limits limits) {
        Optional<Target> target = Target.of(uri);
        if (target.isEmpty()) {
            return new NotReached(Reason.UNSUITABLE_URI);
        }
        if (!places.tryAcquire()) {
            return new NotReached(Reason.BUSY);
        }
        Exchange exchange = new Exchange(target.get(), new Route(resolver, rules, tls), limits, content);
        FutureTask<Answer> task = new FutureTask<>(exchange::run);
        Thread.ofPlatform().daemon().name("outbound").start(() -> inItsPlace(task));
        return awaited(task, exchange, limits);
    }

    private void inItsPlace(Runnable task) {
        try {
            task.run();
        } finally {
            places.release();
        }
    }

    private static Answer awaited(FutureTask<Answer> task, Exchange exchange, Limits limits) {
        try {
            return task.get(limits.total().toNanos(), NANOSECONDS);
        } catch (TimeoutException e) {
            exchange.abandon();
            return new NotReached(Reason.TOO_LATE);
        } catch (InterruptedException e) {
            exchange.abandon();
            Thread.currentThread().interrupt();
            return new NotReached(Reason.TOO_LATE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot call outside", e.getCause());
        }
    }
}
