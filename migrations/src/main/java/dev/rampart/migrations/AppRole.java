package dev.rampart.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** Makes {@code rampart_app}, the role that serves, and gives it to the login that takes it on. */
final class AppRole {

    static final String NAME = "rampart_app";

    /** Roles belong to the whole server, so that nodes of another database may make this one at the same moment. */
    private static final Set<String> SOMEBODY_WAS_FASTER = Set.of("42710", "23505", "XX000");

    private static final int ATTEMPTS = 5;

    /** From here on who makes a role may give it to others, and is its member, but may not take it on himself. */
    private static final int FIRST_WITH_SET_OPTION = 16;

    private AppRole() {}

    /**
     * Does what is missing, and nothing where nothing is.
     *
     * @param login who serves; empty if the one who migrates does
     */
    static void prepare(Connection connection, String login) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                prepareOnce(connection, login.isEmpty() ? ask(connection, "SELECT current_user") : login);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !SOMEBODY_WAS_FASTER.contains(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private static void prepareOnce(Connection connection, String login) throws SQLException {
        boolean distinguished = connection.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_SET_OPTION;
        String mayTakeItOn = "SELECT pg_has_role(?, '%s', '%s')".formatted(NAME, distinguished ? "SET" : "MEMBER");
        try (Statement statement = connection.createStatement()) {
            if (!holds(connection, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", NAME)) {
                statement.execute(
                        "CREATE ROLE %s NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS".formatted(NAME));
            }
            if (!holds(connection, mayTakeItOn, login)) {
                statement.execute("GRANT %s TO %s".formatted(NAME, statement.enquoteIdentifier(login, true)));
            }
            if (holds(connection, "SELECT has_schema_privilege(?, 'public', 'CREATE')", NAME)) {
                // Databases that are older than PostgreSQL 15 let everybody make tables there.
                statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            }
        }
    }

    private static boolean holds(Connection connection, String question, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, role);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
