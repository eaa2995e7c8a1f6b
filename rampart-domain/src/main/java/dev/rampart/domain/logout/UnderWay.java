package dev.rampart.domain.logout;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.logout.LogoutNotices.Room;
import dev.rampart.domain.shared.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The calls of this node that have not ended, each on a virtual thread of its own.
 *
 * <p>There is a bound for all of them and one for each application: those that do not answer take little room from the
 * others, and get no more until they have.
 */
final class UnderWay {

    /** Of all applications together. There is more that calls outside, and some of it is waited for. */
    static final int MOST = 16;

    /** Of one application. */
    static final int PER_CLIENT = 2;

    private final Map<Receiver, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();

    Room room(OrgId org, Instant until) {
        Set<ClientId> busy = new HashSet<>();
        calls.keySet().stream()
                .filter(receiver -> receiver.org().equals(org))
                .map(Receiver::client)
                .forEach(busy::add);
        return new Room(Math.max(0, MOST - count.get()), PER_CLIENT, busy, until);
    }

    void begin(OrgId org, ClientId client, Runnable call) {
        Receiver receiver = new Receiver(org, client);
        count.incrementAndGet();
        calls.computeIfAbsent(receiver, _ -> new AtomicInteger()).incrementAndGet();
        Thread.ofVirtual().name("logout").start(() -> run(receiver, call));
    }

    /** Until all have ended, but no longer than that. Whether they have. */
    boolean await(Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (count.get() > 0 && left > 0) {
                left = ended.awaitNanos(left);
            }
            return count.get() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Nobody waits any longer; the calls end by themselves.
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Throws one of the failures there were, if there were any. */
    void rethrow() {
        RuntimeException failure = failures.poll();
        failures.clear();
        if (failure != null) {
            throw new IllegalStateException("cannot tell some application that somebody is signed out", failure);
        }
    }

    private void run(Receiver receiver, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            failures.add(e);
        } finally {
            end(receiver);
        }
    }

    private void end(Receiver receiver) {
        calls.computeIfPresent(receiver, (_, number) -> number.decrementAndGet() == 0 ? null : number);
        lock.lock();
        try {
            count.decrementAndGet();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private record Receiver(OrgId org, ClientId client) {}
}
