package dev.rampart.server.work;

import dev.rampart.domain.work.Chore;
import dev.rampart.domain.work.Lease;
import dev.rampart.domain.work.Leases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chore as one node does it: when it is due, and under which lease. Of one thread at a time. */
final class Errand {

    private static final System.Logger LOG = System.getLogger(Errand.class.getName());

    /** After a failure, if the chore is not due earlier. */
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Chore chore;
    private final Leases leases;
    private final InstantSource clock;
    private final String holder;
    private @Nullable Lease held;
    private long dueNanos = System.nanoTime();

    Errand(Chore chore, Leases leases, InstantSource clock, String holder) {
        this.chore = chore;
        this.leases = leases;
        this.clock = clock;
        this.holder = holder;
    }

    String name() {
        return chore.name();
    }

    /** How long until its time comes by the clock: nothing, if it has come. By the machine's own count of time. */
    Duration untilDue() {
        return Duration.ofNanos(Math.max(0, dueNanos - System.nanoTime()));
    }

    /** One turn, if no other node is at it. Throws nothing: what goes wrong is logged, and tried again. */
    void turn() {
        try {
            Instant now = clock.instant();
            Optional<Lease> taken = leases.take(chore.name(), new Leases.Claim(holder, now, now.plus(Chore.TERM)));
            held = taken.orElse(null);
            dueIn(
                    switch (taken.map(chore::turn).orElse(Chore.Next.LATER)) {
                        case AT_ONCE -> Duration.ZERO;
                        case LATER -> chore.every();
                    });
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.WARNING, "The chore " + chore.name() + " failed, and will be tried again", e);
            dueIn(chore.every().compareTo(RETRY) < 0 ? chore.every() : RETRY);
        }
    }

    /** Lets another node go on without waiting. */
    void giveBack() {
        Lease lease = held;
        if (lease == null) {
            return;
        }
        try {
            leases.giveBack(lease, clock.instant());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "The lease of " + chore.name() + " was not given back, and expires", e);
        }
    }

    private void dueIn(Duration wait) {
        dueNanos = System.nanoTime() + wait.toNanos();
    }
}
