package dev.rampart.migrations;

import static dev.rampart.migrations.Asking.ask;
import static dev.rampart.migrations.Asking.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes are made in a transaction that is not committed, so that one migrated database does for all. */
final class HistoryTest {

    private static EmbeddedPostgres server;
    private static DataSource migrated;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.throwAway();
        ask(server, "CREATE ROLE login LOGIN CREATEROLE PASSWORD 'secret'");
        ask(server, "CREATE DATABASE theirs OWNER login");
        ask(server, "CREATE DATABASE untouched OWNER login");
        migrated = source(server, "theirs", "login");
        Migrations.bySameLogin(migrated).migrate();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isCompleteWhereFlywayAppliedAll() throws Exception {
        String latest = Scripts.names().getLast().substring(1, 4);

        try (Connection connection = migrated.getConnection()) {
            assertThat(History.complete(connection)).isEqualTo(Optional.of(latest));
        }
    }

    @Test
    void isNotCompleteWhereNothingWasApplied() throws Exception {
        try (Connection connection = source(server, "untouched", "login").getConnection()) {
            assertThat(History.complete(connection)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM flyway_schema_history",
                "DELETE FROM flyway_schema_history WHERE version = '002'",
                "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '001'",
                "UPDATE flyway_schema_history SET checksum = NULL WHERE version = '001'",
                "UPDATE flyway_schema_history SET success = false WHERE version = '003'",
                "UPDATE flyway_schema_history SET script = 'V001__other.sql' WHERE version = '001'",
                "INSERT INTO flyway_schema_history SELECT 999, '999', 'a', 'SQL', 'V999.sql', 1, 'a', now(), 1, true",
            })
    void isNotCompleteWhereAnythingDiffers(String change) throws Exception {
        try (Connection connection = migrated.getConnection()) {
            connection.setAutoCommit(false);
            ask(connection, change);

            assertThat(History.complete(connection)).isEmpty();
        }
    }
}
