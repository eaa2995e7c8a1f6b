package dev.rampart.server;

import dev.rampart.domain.logout.LogoutBacklog;
import dev.rampart.domain.logout.LogoutBacklog.Backlog;
import dev.rampart.http.metrics.Metrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * What applications have not been told yet of sessions that are over, as it was looked at last. Looked at by the clock
 * and not by whoever asks for the numbers, so that these can be asked for while the database does not answer.
 */
final class LogoutWatch {

    static final Duration EVERY = Duration.ofSeconds(15);

    private final LogoutBacklog backlog;
    private final InstantSource clock;
    private volatile Backlog last = Backlog.NONE;

    LogoutWatch(LogoutBacklog backlog, InstantSource clock) {
        this.backlog = backlog;
        this.clock = clock;
    }

    void look() {
        last = backlog.look();
    }

    Metrics shownIn(Metrics metrics) {
        return metrics.gauge(
                        "rampart_logout_notices",
                        "Applications not told yet that a session is over: waiting, or failed and given up; %d at most."
                                .formatted(LogoutBacklog.COUNTED_MAX),
                        Map.of("waiting", () -> last.waiting(), "failed", () -> last.failed()))
                .gauge(
                        "rampart_logout_oldest_age_seconds",
                        "Since the oldest session ended of which an application waits to be told; 0 where none does.",
                        this::ageOfTheOldest);
    }

    private double ageOfTheOldest() {
        return last.oldest()
                .map(written -> Duration.between(written, clock.instant()).toMillis() / 1000d)
                .orElse(0d);
    }
}
