package dev.rampart.domain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.walk.Violation.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People and service accounts of different powers try everything that can change who may do what, at random, and never
 * get more than somebody could give.
 *
 * <p>A walk that went wrong is gone again with {@code -Dwalk.seed=…}, which it prints.
 */
final class PrivilegeWalksTest {

    private static final int WALKS = 100_000;

    /** A fault that is not found in so many walks is not found. */
    private static final int WALKS_TO_FIND = 5_000;

    private static final int STARTS = 200;

    private final long seed = Long.getLong("walk.seed", System.nanoTime());

    @Test
    void neverEndsWithARightThatWhoeverActedCouldNotGive(TestReporter reporter) {
        reporter.publishEntry("walk.seed", Long.toString(seed));
        long began = System.nanoTime();

        Tally tally = walk(Fault.NONE, WALKS);

        reporter.publishEntry(
                "walks",
                WALKS + " with " + tally.tried() + " acts, " + tally.done() + " done, in "
                        + Duration.ofNanos(System.nanoTime() - began));
        assertThat(tally.found()).as("-Dwalk.seed=%d", seed).isEmpty();
        assertThat(tally.done()).as("acts that were done").isGreaterThan(tally.tried() / 10);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsAPlantedFault(Fault fault, List<Kind> kinds, TestReporter reporter) {
        reporter.publishEntry("walk.seed", Long.toString(seed));

        Tally tally = walk(fault, WALKS_TO_FIND);

        assertThat(tally.found()).as("-Dwalk.seed=%d", seed).isPresent();
        reporter.publishEntry("found", tally.found().orElseThrow().toString());
        assertThat(tally.found().orElseThrow().kind()).isIn(kinds);
    }

    static Stream<Arguments> faults() {
        List<Kind> handed = List.of(Kind.ESCALATION, Kind.DEPRIVATION);
        return Stream.of(
                Arguments.of(Fault.NESTED_GROUPS_FORGOTTEN, handed),
                Arguments.of(Fault.ROLE_CHANGED_UNCHECKED, handed),
                Arguments.of(Fault.STALE_RIGHTS, List.of(Kind.ESCALATION, Kind.DEPRIVATION, Kind.TAKEOVER)),
                Arguments.of(Fault.LAST_OWNER_FORGOTTEN, List.of(Kind.ORPHANED)),
                Arguments.of(Fault.PEOPLE_TAKEN_FOR_POWERLESS, List.of(Kind.TAKEOVER, Kind.DEPRIVATION)));
    }

    /** Each walk has chances of its own, so that it is the same whichever thread goes it. */
    private Tally walk(Fault fault, int walks) {
        Random random = new Random(seed);
        List<Start> starts =
                Stream.generate(() -> Start.random(random)).limit(STARTS).toList();
        LongAdder tried = new LongAdder();
        LongAdder done = new LongAdder();
        Optional<Violation> found = IntStream.range(0, walks)
                .parallel()
                .mapToObj(i -> {
                    Walk walk = new Walk(starts.get(i % STARTS), fault, new Random(seed + i));
                    Optional<Violation> wrong = walk.go();
                    tried.add(walk.tried());
                    done.add(walk.done());
                    return wrong;
                })
                .flatMap(Optional::stream)
                .findFirst();
        return new Tally(tried.sum(), done.sum(), found);
    }

    private record Tally(long tried, long done, Optional<Violation> found) {}
}
