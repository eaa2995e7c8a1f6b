package dev.rampart.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Whether those who serve are held to the rules: that they own nothing, and see no tenant but the one they name. */
public final class ServingRole {

    /** Makes a new connection work as the role that serves. Not needed by a login that owns nothing. */
    public static final String TAKE_ON = "SET ROLE " + AppRole.NAME;

    private static final String EXAMINE = """
            SELECT CASE
                WHEN rolsuper THEN 'is a superuser'
                WHEN rolbypassrls THEN 'bypasses row-level security'
                WHEN EXISTS (SELECT FROM ours WHERE pg_has_role(current_user, relowner, 'USAGE'))
                    THEN 'owns tables'
                WHEN has_schema_privilege('public', 'CREATE') THEN 'may make tables in the schema public'
                WHEN EXISTS (SELECT FROM ours WHERE tenant AND NOT row_security_active(oid))
                    THEN 'is not held to row-level security'
                WHEN NOT pg_has_role(current_user, 'rampart_app', 'USAGE')
                    THEN 'has not been given the role rampart_app'
                ELSE '' END AS fault, current_user AS name
            FROM pg_roles
            WHERE rolname = current_user""";

    private static final String OURS = """
            WITH ours AS (
                SELECT c.oid, c.relowner, EXISTS (
                    SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'org_id') AS tenant
                FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition)
            """;

    private ServingRole() {}

    /** What an examination found. */
    public sealed interface Verdict {

        /** May serve. */
        record Fit(String role) implements Verdict {}

        /** Must not serve: the server refuses to start. The reason is for people, in one line. */
        record Unfit(String reason) implements Verdict {}
    }

    /** Examines who connections work as, exactly as they are served with. */
    public static Verdict check(DataSource served) {
        try (Connection connection = served.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OURS + EXAMINE)) {
            rows.next();
            String fault = rows.getString("fault");
            String role = rows.getString("name");
            return fault.isEmpty()
                    ? new Verdict.Fit(role)
                    : new Verdict.Unfit(
                            "the database role %s %s, and Rampart does not serve as such a one".formatted(role, fault));
        } catch (SQLException e) {
            return new Verdict.Unfit("the database does not say who serves: " + e.getMessage());
        }
    }
}
