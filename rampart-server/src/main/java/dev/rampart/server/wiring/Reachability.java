package dev.rampart.server.wiring;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks the database whether it is there. */
final class Reachability {

    private static final int SECONDS_AT_MOST = 2;

    private Reachability() {}

    static boolean isReachable(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS_AT_MOST);
        } catch (SQLException e) {
            return false;
        }
    }
}
