package dev.rampart.server;

import dev.rampart.domain.mail.MailBacklog;
import dev.rampart.domain.mail.MailBacklog.Backlog;
import dev.rampart.http.metrics.Metrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * The mail that has not been sent, as it was looked at last. Looked at by the clock and not by whoever asks for the
 * numbers, so that these can be asked for while the database does not answer.
 */
final class MailWatch {

    static final Duration EVERY = Duration.ofSeconds(15);

    private final MailBacklog backlog;
    private final InstantSource clock;
    private volatile Backlog last = Backlog.NONE;

    MailWatch(MailBacklog backlog, InstantSource clock) {
        this.backlog = backlog;
        this.clock = clock;
    }

    void look() {
        last = backlog.look();
    }

    Metrics shownIn(Metrics metrics) {
        return metrics.gauge(
                        "rampart_outbox_mails",
                        "Mails of all organizations that are not sent: waiting, or failed and given up; %d at most."
                                .formatted(MailBacklog.COUNTED_MAX),
                        Map.of("waiting", () -> last.waiting(), "failed", () -> last.failed()))
                .gauge(
                        "rampart_outbox_oldest_age_seconds",
                        "Since the oldest mail that waits was written; 0 where none does.",
                        this::ageOfTheOldest);
    }

    private double ageOfTheOldest() {
        return last.oldest()
                .map(written -> Duration.between(written, clock.instant()).toMillis() / 1000d)
                .orElse(0d);
    }
}
