package dev.rampart.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Short questions to a database, and what else tests on servers have in common. */
final class Asking {

    private Asking() {}

    static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.connectAsSuperuser()) {
            return ask(connection, sql);
        }
    }

    static String ask(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return ask(connection, sql);
        }
    }

    /** Runs statements; the answer is the first value of the first one that has any. */
    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                if (statement.getUpdateCount() == -1) {
                    return "";
                }
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    /** Spares a test the unpacking: it takes longer than everything else together. */
    static void lendPrograms(Path home) throws IOException {
        Path programs = PostgresBinaries.shared().directory();
        Files.createSymbolicLink(Files.createDirectories(home).resolve(programs.getFileName()), programs);
    }

    static PGSimpleDataSource source(EmbeddedPostgres server, String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url(database));
        source.setUser(user);
        source.setPassword("secret");
        return source;
    }
}
