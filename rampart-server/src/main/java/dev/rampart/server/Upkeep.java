package dev.rampart.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * What a node does by the clock: corrects its own, and sees to it that there is room for the audit's months to come.
 */
final class Upkeep implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());
    private static final int MONTHS_AHEAD = 3;
    private static final Duration PARTITIONS_EVERY = Duration.ofHours(12);

    private final DataSource database;
    private final DatabaseClock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    Upkeep(DataSource database, DatabaseClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Everything, now. */
    void once() throws SQLException {
        clock.correctBy(database);
        makeRoom(clock.instant());
    }

    /** Everything, from now on. A failure is logged, and tried again at the next turn. */
    void start() {
        every(DatabaseClock.EVERY, () -> clock.correctBy(database));
        every(PARTITIONS_EVERY, () -> makeRoom(clock.instant()));
    }

    /** And that. */
    void also(Duration interval, Runnable task) {
        every(interval, task::run);
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }

    private void makeRoom(Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ensure = connection.prepareStatement("SELECT ensure_audit_partitions(?, ?)")) {
            ensure.setObject(1, now.atOffset(ZoneOffset.UTC));
            ensure.setInt(2, MONTHS_AHEAD);
            ensure.execute();
        }
    }

    private void every(Duration interval, Task task) {
        Runnable turn = () -> {
            try {
                task.run();
            } catch (SQLException | RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Upkeep failed, and will be tried again: {0}", e.getMessage());
            }
        };
        var _ = schedule.scheduleWithFixedDelay(turn, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @FunctionalInterface
    private interface Task {
        void run() throws SQLException;
    }
}
