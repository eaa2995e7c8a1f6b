package dev.rampart.server.work;

import dev.rampart.domain.work.Wakeup;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Calls this node's {@link BackgroundWork}, from whatever thread has something for it to do. */
public final class Bell implements Wakeup {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rings = lock.newCondition();
    private final Set<String> called = new LinkedHashSet<>();

    @Override
    public void wake(String chore) {
        lock.lock();
        try {
            called.add(chore);
            rings.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What was called for since the last time; waits for the first call, but no longer than that. */
    Set<String> await(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (called.isEmpty() && left > 0) {
                left = rings.awaitNanos(left);
            }
            Set<String> taken = Set.copyOf(called);
            called.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
