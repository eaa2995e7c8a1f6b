package dev.rampart.server;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.rampart.crypto.password.Argon2PasswordHasher;
import dev.rampart.http.metrics.Metrics;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What a running server lets others watch beside its requests: its pools, and the process. */
final class Watching {

    private Watching() {}

    static Metrics of(HikariDataSource database, Argon2PasswordHasher hasher) {
        Runtime process = Runtime.getRuntime();
        return new Metrics()
                .gauge(
                        "rampart_database_connections",
                        "Connections of the pool; waiting: threads that wait for one.",
                        Map.of(
                                "active", () -> of(database, HikariPoolMXBean::getActiveConnections),
                                "idle", () -> of(database, HikariPoolMXBean::getIdleConnections),
                                "waiting", () -> of(database, HikariPoolMXBean::getThreadsAwaitingConnection)))
                .gauge(
                        "rampart_password_hashing",
                        "Passwords in the hashing pool.",
                        Map.of("active", hasher::active, "waiting", hasher::waiting))
                .counter("rampart_password_hashes_total", "Password hashes that were computed.", hasher::hashes)
                .counter(
                        "rampart_password_hashes_refused_total",
                        "Passwords that were not looked at because too many were waiting.",
                        hasher::refused)
                .gauge(
                        "rampart_memory_used_bytes",
                        "The heap that is in use.",
                        () -> process.totalMemory() - process.freeMemory())
                .gauge(
                        "rampart_uptime_seconds",
                        "Since the process began.",
                        () -> ManagementFactory.getRuntimeMXBean().getUptime() / 1000d);
    }

    private static int of(HikariDataSource database, ToIntFunction<HikariPoolMXBean> number) {
        return Optional.ofNullable(database.getHikariPoolMXBean())
                .map(number::applyAsInt)
                .orElse(0);
    }
}
