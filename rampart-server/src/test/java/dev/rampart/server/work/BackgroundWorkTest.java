package dev.rampart.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.work.Chore;
import dev.rampart.domain.work.Lease;
import dev.rampart.domain.work.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BackgroundWorkTest {

    private static final Duration SELDOM = Duration.ofHours(1);

    private final Bell bell = new Bell();
    private final HeldLeases leases = new HeldLeases();
    private final BlockingQueue<String> turns = new LinkedBlockingQueue<>();
    private BackgroundWork work = of();

    @AfterEach
    void close() {
        work.close();
    }

    @Test
    void doesEveryChoreAtTheStart() throws InterruptedException {
        start(chore("one", SELDOM, _ -> Chore.Next.LATER), chore("two", SELDOM, _ -> Chore.Next.LATER));

        assertThat(nextTurn()).isEqualTo("one");
        assertThat(nextTurn()).isEqualTo("two");
        assertThat(turns.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void comesBackByTheClock() throws InterruptedException {
        start(chore("often", Duration.ofMillis(20), _ -> Chore.Next.LATER));

        assertThat(List.of(nextTurn(), nextTurn(), nextTurn())).containsOnly("often");
    }

    @Test
    void wakesForTheChoreThatIsCalledAndNoOther() throws InterruptedException {
        start(chore("one", SELDOM, _ -> Chore.Next.LATER), chore("two", SELDOM, _ -> Chore.Next.LATER));
        nextTurn();
        nextTurn();

        bell.wake("two");

        assertThat(nextTurn()).isEqualTo("two");
        assertThat(turns.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void goesOnAtOnceWhileThereIsMore() throws InterruptedException {
        BlockingQueue<Chore.Next> answers = new LinkedBlockingQueue<>(List.of(Chore.Next.AT_ONCE, Chore.Next.AT_ONCE));
        start(chore("long", SELDOM, _ -> Optional.ofNullable(answers.poll()).orElse(Chore.Next.LATER)));

        assertThat(List.of(nextTurn(), nextTurn(), nextTurn())).containsOnly("long");
        assertThat(turns.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void triesAFailedChoreAgain() throws InterruptedException {
        start(chore("frail", Duration.ofMillis(20), _ -> {
            throw new IllegalStateException("planted");
        }));

        assertThat(List.of(nextTurn(), nextTurn())).containsOnly("frail");
    }

    @Test
    void leavesWhatAnotherNodeHolds() throws InterruptedException {
        leases.heldElsewhere = true;
        start(chore("theirs", Duration.ofMillis(10), _ -> Chore.Next.LATER));

        assertThat(turns.poll(50, TimeUnit.MILLISECONDS)).isNull();
        leases.heldElsewhere = false;
        assertThat(nextTurn()).isEqualTo("theirs");
    }

    @Test
    void letsATurnEndAndGivesTheLeaseBackWhenItStops() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        start(chore("slow", Duration.ZERO, _ -> {
            awaitUninterrupted(mayEnd);
            ended.countDown();
            return Chore.Next.AT_ONCE;
        }));
        nextTurn();
        Thread closing = Thread.ofPlatform().start(work::close);
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        mayEnd.countDown();
        closing.join();

        assertThat(ended.getCount()).isZero();
        assertThat(leases.givenBack).containsExactly("slow");
        assertThat(turns).isEmpty();
    }

    private void start(Chore... chores) {
        work = of(chores);
        work.start();
    }

    private BackgroundWork of(Chore... chores) {
        return new BackgroundWork(List.of(chores), leases, bell, new FakeClock(), "this node");
    }

    private String nextTurn() throws InterruptedException {
        return String.valueOf(turns.poll(10, TimeUnit.SECONDS));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Chore chore(String name, Duration every, Function<Lease, Chore.Next> turn) {
        return new Chore() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return every;
            }

            @Override
            public Next turn(Lease lease) {
                turns.add(name);
                return turn.apply(lease);
            }
        };
    }

    /** This node's, unless told otherwise. */
    private static final class HeldLeases implements Leases {

        private volatile boolean heldElsewhere;
        private final BlockingQueue<String> givenBack = new LinkedBlockingQueue<>();

        @Override
        public Optional<Lease> take(String name, Claim claim) {
            return heldElsewhere ? Optional.empty() : Optional.of(new Lease(name, 1));
        }

        @Override
        public void giveBack(Lease lease, Instant now) {
            givenBack.add(lease.name());
        }
    }
}
