package dev.rampart.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What becomes of a kept server when the process that started it is killed, interrupted, or somebody else's. */
@EnabledOnOs(OS.LINUX)
final class ProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOBODY = "65534";

    private Path directory;
    private Path home;

    @BeforeEach
    void makeHome() throws IOException {
        directory = Files.createTempDirectory("rampart-process");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        home = directory.resolve("home");
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        ServerProcess.on(home.resolve("data")).ifPresent(server -> {
            server.handle().destroyForcibly();
            server.handle().onExit().join();
        });
        ServerProcess.pause(Duration.ofMillis(200)); // The server's own children go by themselves.
        Directories.delete(directory);
    }

    @Test
    void takesOverAServerWhoseProcessWasKilled() throws Exception {
        Asking.lendPrograms(home);
        Process other = start(List.of(), System.getProperty("java.class.path"));
        String before = Files.readString(home.resolve("started"));
        kill(other);

        try (EmbeddedPostgres server = EmbeddedPostgres.kept(home)) {
            assertThat(KeptServer.startTime(server)).isEqualTo(before);
        }
        assertThat(ServerProcess.on(home.resolve("data"))).isEmpty();
    }

    @Test
    void takesOverAServerWhoseFileIsHalfWritten() throws Exception {
        Asking.lendPrograms(home);
        Process other = start(List.of(), System.getProperty("java.class.path"));
        String before = Files.readString(home.resolve("started"));
        kill(other);
        Files.writeString(home.resolve("data/postmaster.pid"), "1");

        try (EmbeddedPostgres server = EmbeddedPostgres.kept(home)) {
            assertThat(KeptServer.startTime(server)).isEqualTo(before);
        }
    }

    @Test
    void refusesADirectoryThatAnotherProcessUses() throws Exception {
        Asking.lendPrograms(home);
        Process other = start(List.of(), System.getProperty("java.class.path"));

        assertThatThrownBy(() -> EmbeddedPostgres.kept(home))
                .hasMessageContaining("is in use by the running process " + other.pid());
        kill(other);
    }

    @Test
    void outlivesAnInterruptInTheTerminalUntilItsProcessStopsIt() throws Exception {
        Asking.lendPrograms(home);
        // Whoever runs in the background ignores the signal, and so would its children: not this one.
        Process other = start(List.of("env", "--default-signal=INT", "setsid"), System.getProperty("java.class.path"));

        new ProcessBuilder("kill", "-INT", "--", "-" + other.pid()).start().waitFor();
        assertThat(other.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(home.resolve("stopped")).hasSameTextualContentAs(home.resolve("started"));
        assertThat(ServerProcess.on(home.resolve("data"))).isEmpty();
        assertThat(home.resolve("postgres.log")).content().contains("database system is shut down");
    }

    @Test
    @EnabledIfSystemProperty(
            named = "user.name",
            matches = "root",
            disabledReason = "only root can become another user")
    void worksForAnOrdinaryUserToo() throws Exception {
        Process other = start(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), readableClassPath());

        assertThat(Files.getOwner(home.resolve("data")).getName()).isEqualTo("nobody");

        other.destroy();
        other.waitFor();
        assertThat(home.resolve("stopped")).exists();
    }

    private Process start(List<String> prefix, String classPath) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "-cp", classPath, KeptServer.class.getName()));
        command.add(home.toString());
        Path said = directory.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean started =
                ServerProcess.await(PATIENCE, () -> !process.isAlive() || Files.exists(home.resolve("started")));
        assertThat(started && process.isAlive())
                .as(() -> "started, but said " + said)
                .isTrue();
        return process;
    }

    /** Root's own files are closed to others. */
    private String readableClassPath() throws IOException {
        Path copy = Files.createDirectory(directory.resolve("lib"));
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path from = Path.of(entry);
            Path to = copy.resolve(entries.size() + "-" + from.getFileName());
            copy(from, to);
            entries.add(to.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.copy(file, from.equals(file) ? to : target);
            }
        }
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
