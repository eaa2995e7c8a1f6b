package dev.rampart.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * The node's clock, corrected to the database's, so that all nodes agree about the time. Never runs backwards.
 *
 * <p>The correction is taken every {@link #EVERY}; without one for {@link #STALE_AFTER} the time counts as unknown.
 */
final class DatabaseClock implements InstantSource {

    static final Duration EVERY = Duration.ofSeconds(10);

    private static final Duration STALE_AFTER = Duration.ofSeconds(60);

    private final InstantSource node;
    private final AtomicReference<Correction> correction =
            new AtomicReference<>(new Correction(Duration.ZERO, Instant.MIN));
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    private record Correction(Duration offset, Instant takenAt) {}

    DatabaseClock(InstantSource node) {
        this.node = node;
    }

    /** As exact as the database keeps it: microseconds. */
    @Override
    public Instant instant() {
        Instant now = node.instant().plus(correction.get().offset()).truncatedTo(ChronoUnit.MICROS);
        return latest.accumulateAndGet(now, (before, after) -> after.isAfter(before) ? after : before);
    }

    /** Whether the correction is recent enough to be believed. */
    boolean isKnown() {
        return correction.get().takenAt().isAfter(node.instant().minus(STALE_AFTER));
    }

    /** Asks the database. What it says is taken to be true of the middle of the time that it took to say it. */
    void correctBy(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Instant before = node.instant();
            try (ResultSet rows = statement.executeQuery("SELECT clock_timestamp()")) {
                rows.next();
                Instant told = rows.getObject(1, OffsetDateTime.class).toInstant();
                Instant after = node.instant();
                Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
                correction.set(new Correction(Duration.between(middle, told), after));
            }
        }
    }
}
