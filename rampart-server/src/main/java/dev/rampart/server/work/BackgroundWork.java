package dev.rampart.server.work;

import dev.rampart.domain.work.Chore;
import dev.rampart.domain.work.Leases;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does the chores of a node, one after another, on a thread of its own.
 *
 * <p>Each is done when its time comes, or at once when the bell rings for it. Several nodes share them by leases.
 */
public final class BackgroundWork implements AutoCloseable {

    /** So long a turn under way may take to end when the server stops. Then it is interrupted. */
    static final Duration DRAIN = Duration.ofSeconds(20);

    private static final String NOTHING = "";

    private final List<Errand> errands;
    private final Bell bell;
    private final Thread thread;
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** {@code holder} names this process, and no other. */
    public BackgroundWork(Collection<Chore> chores, Leases leases, Bell bell, InstantSource clock, String holder) {
        this.errands = chores.stream()
                .sorted(Comparator.comparing(Chore::name))
                .map(chore -> new Errand(chore, leases, clock, holder))
                .toList();
        this.bell = bell;
        this.thread = Thread.ofPlatform().name("background-work").daemon().unstarted(this::work);
    }

    /** Begins, with everything at once. */
    public void start() {
        thread.start();
    }

    /** Lets the turn under way end, begins no other, and lets other nodes go on. May be called again. */
    @Override
    public void close() {
        if (stopping.getAndSet(true) || !thread.isAlive()) {
            return;
        }
        bell.wake(NOTHING);
        try {
            if (!thread.join(DRAIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            Set<String> called = Set.of();
            while (!stopping.get()) {
                round(called);
                called = bell.await(untilDue());
            }
            errands.forEach(Errand::giveBack);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Told twice to stop: leases expire by themselves.
        }
    }

    /** A turn of everything that is due or called for. */
    private void round(Set<String> called) {
        for (Errand errand : errands) {
            boolean wanted = called.contains(errand.name()) || errand.untilDue().isZero();
            if (wanted && !stopping.get()) {
                errand.turn();
            }
        }
    }

    private Duration untilDue() {
        return errands.stream()
                .map(Errand::untilDue)
                .min(Comparator.naturalOrder())
                .orElse(Chore.TERM);
    }
}
