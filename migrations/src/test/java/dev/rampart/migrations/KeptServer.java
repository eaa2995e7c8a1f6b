package dev.rampart.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/**
 * A process of its own that runs a kept server: {@code started} tells when that started, and {@code stopped} that it
 * still answered when this process, told to end, came to stop it.
 */
final class KeptServer {

    private KeptServer() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        EmbeddedPostgres server = EmbeddedPostgres.kept(home);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(home, server)));
        write(home.resolve("started"), startTime(server));
        new CountDownLatch(1).await();
    }

    static String startTime(EmbeddedPostgres server) throws SQLException {
        return Asking.ask(server, "SELECT pg_postmaster_start_time()");
    }

    private static void stop(Path home, EmbeddedPostgres server) {
        try {
            Thread.sleep(300); // Long enough for PostgreSQL to end, had the signal reached it.
            String start = startTime(server);
            server.close();
            write(home.resolve("stopped"), start);
        } catch (SQLException | IOException | InterruptedException e) {
            throw new IllegalStateException("could not stop in good order", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
