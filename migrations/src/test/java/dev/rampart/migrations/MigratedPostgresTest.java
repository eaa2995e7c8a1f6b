package dev.rampart.migrations;

import static dev.rampart.migrations.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigratedPostgresTest {

    private static final String VERSION = "SELECT max(version) FROM flyway_schema_history WHERE success";

    @TempDir
    private Path home;

    @Test
    void servesAsARoleThatCannotGoRoundTheRules() throws Exception {
        try (MigratedPostgres server = MigratedPostgres.throwAway()) {
            assertThat(ServingRole.check(server.asApp())).isEqualTo(new ServingRole.Verdict.Fit("rampart_app"));
            assertThatThrownBy(() -> ask(server.asApp(), "CREATE TABLE public.mine ()"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void givesEveryThrowAwayServerEverythingAndItsOwnData() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
            Callable<String> act = () -> {
                try (MigratedPostgres server = MigratedPostgres.throwAway()) {
                    ask(server.asOwner(), "CREATE TABLE mine ()");
                    return ask(server.asOwner(), VERSION);
                }
            };
            for (Future<String> version : executor.invokeAll(List.of(act, act, act))) {
                assertThat(version.get()).isEqualTo(latest());
            }
        }
    }

    @Test
    void leavesNothingOfAThrowAwayServerBehind() throws Exception {
        MigratedPostgres server = MigratedPostgres.throwAway();
        Path data = Path.of(ask(server.asSuperuser(), "SHOW data_directory"));
        assertThat(data).exists();

        server.close();

        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void keepsWhatAFormerStartHasWritten() throws Exception {
        Asking.lendPrograms(home);
        try (MigratedPostgres server = MigratedPostgres.kept(home)) {
            ask(server.asOwner(), "CREATE TABLE kept ()");
        }

        try (MigratedPostgres server = MigratedPostgres.kept(home)) {
            assertThat(ask(server.asOwner(), "SELECT to_regclass('kept')")).isEqualTo("kept");
            assertThat(ask(server.asOwner(), VERSION)).isEqualTo(latest());
        }
    }

    @Test
    void saysInOneLineWhyItDoesNotStart() throws Exception {
        Asking.lendPrograms(home);
        Files.createDirectory(home.resolve("data"));
        Files.writeString(home.resolve("data/PG_VERSION"), "9\n");

        assertThatThrownBy(() -> MigratedPostgres.kept(home))
                .hasMessageMatching("cannot start PostgreSQL: .* holds data of PostgreSQL 9, but this is .*");
    }

    private static String latest() throws Exception {
        return Scripts.names().getLast().substring(1, 4);
    }
}
