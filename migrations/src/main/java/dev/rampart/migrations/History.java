package dev.rampart.migrations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What Flyway wrote down in a database, compared without Flyway, which takes long to load. */
final class History {

    private static final String IS_THERE = "SELECT to_regclass('public.flyway_schema_history') IS NOT NULL";

    private static final String APPLIED = """
            SELECT version, script, checksum FROM public.flyway_schema_history
            ORDER BY installed_rank""";

    private static final String NONE_FAILED = "SELECT bool_and(success) FROM public.flyway_schema_history";

    private History() {}

    /** The version, if all migrations of the class path and no others were applied; empty where anything differs. */
    static Optional<String> complete(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!holds(statement, IS_THERE) || !holds(statement, NONE_FAILED)) {
                return Optional.empty();
            }
            Map<String, Integer> applied = new TreeMap<>();
            String version = "none";
            try (ResultSet rows = statement.executeQuery(APPLIED)) {
                while (rows.next()) {
                    version = rows.getString(1);
                    applied.put(rows.getString(2), rows.getInt(3));
                }
            }
            return applied.equals(Scripts.checksums()) ? Optional.of(version) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // Flyway will meet the same trouble, and has words for it.
        }
    }

    private static boolean holds(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
