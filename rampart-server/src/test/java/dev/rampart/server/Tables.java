package dev.rampart.server;

import dev.rampart.persistence.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is in the database behind the server's back: its superuser reads and changes it. */
final class Tables {

    /**
     * All but those in which a request that is refused may leave something: what it was, that it began, that it came.
     */
    private static final String THOSE_THAT_COUNT = """
            SELECT c.oid::regclass::text FROM pg_class c
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
            AND c.relname NOT IN ('audit_event', 'sign_in_flow', 'request_rate', 'flyway_schema_history')""";

    private Tables() {}

    /** How many rows there are, by table. */
    static Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (List<String> table : query(THOSE_THAT_COUNT)) {
            counts.put(
                    table.getFirst(),
                    Long.valueOf(query("SELECT count(*) FROM " + table.getFirst())
                            .getFirst()
                            .getFirst()));
        }
        return counts;
    }

    /** Rows of texts; a null is the text {@code null}. */
    static List<List<String>> query(String sql) throws SQLException {
        try (Connection connection = TestPostgres.server().asSuperuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(row);
            }
            return all;
        }
    }

    /** Says how many rows were changed. */
    static int change(String sql) throws SQLException {
        try (Connection connection = TestPostgres.server().asSuperuser().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
