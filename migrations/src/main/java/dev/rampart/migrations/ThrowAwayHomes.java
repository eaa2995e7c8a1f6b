package dev.rampart.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where servers for tests and builds lie, and what is swept up there after processes that were killed. */
final class ThrowAwayHomes {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String PREFIX = "server";

    /** Between making its lock and holding it, a new server could be taken for one left behind. */
    private static final Duration STILL_STARTING = Duration.ofMinutes(1);

    private ThrowAwayHomes() {}

    /** One directory a user, with the programs, the templates and the servers in it. */
    static Path parent() throws IOException {
        return Directories.makeReadable(TEMPORARY.resolve("rampart-postgres-" + System.getProperty("user.name")));
    }

    static Path fresh() throws IOException {
        Path parent = parent();
        sweep(parent);
        return Files.createTempDirectory(parent, PREFIX);
    }

    /** Ends the servers that nobody holds any more, and deletes what they have left. */
    static void sweep(Path parent) throws IOException {
        List<Path> homes;
        try (Stream<Path> all = Files.list(parent)) {
            homes = all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(home ->
                            isOlderThan(home.resolve("lock"), Instant.now().minus(STILL_STARTING)))
                    .toList();
        }
        for (Path home : homes) {
            try {
                sweepOne(home);
            } catch (IOException e) {
                // Its owner, or another sweeper, was faster.
            }
        }
    }

    private static boolean isOlderThan(Path file, Instant time) {
        long modified = file.toFile().lastModified(); // 0 where there is no file.
        return modified > 0 && modified < time.toEpochMilli();
    }

    private static void sweepOne(Path home) throws IOException {
        Optional<HomeLock> lock = HomeLock.tryTake(home);
        if (lock.isEmpty()) {
            return;
        }
        try (HomeLock _ = lock.get()) {
            ServerProcess.on(home.resolve("data")).map(ServerProcess::handle).ifPresent(ProcessHandle::destroyForcibly);
            Directories.delete(home);
        }
    }
}
