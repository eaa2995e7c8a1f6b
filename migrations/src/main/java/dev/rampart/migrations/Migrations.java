package dev.rampart.migrations;

import dev.rampart.migrations.MigrationOutcome.Applied;
import dev.rampart.migrations.MigrationOutcome.Current;
import dev.rampart.migrations.MigrationPreview.Pending;
import dev.rampart.migrations.MigrationPreview.Step;
import dev.rampart.migrations.MigrationRefusal.Failed;
import dev.rampart.migrations.MigrationRefusal.Foreign;
import dev.rampart.migrations.MigrationRefusal.Newer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/**
 * Rampart's schema, brought to a PostgreSQL database and kept up to date there.
 *
 * <p>Any number of nodes may do so at once: one applies, the others wait and find it done.
 */
public final class Migrations {

    private static final int OLDEST_SERVER = 15;

    /** What an extension has brought along does not count: a database may come with some. */
    private static final String HOLDS_OTHER_TABLES = """
            SELECT to_regclass('public.flyway_schema_history') IS NULL AND EXISTS (
                SELECT FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))""";

    private final DataSource migrator;
    private final String servingLogin;

    private Migrations(DataSource migrator, String servingLogin) {
        this.migrator = migrator;
        this.servingLogin = servingLogin;
    }

    /** Who migrates also serves, as {@code rampart_app} then: see {@link ServingRole#TAKE_ON}. */
    public static Migrations bySameLogin(DataSource migrator) {
        return new Migrations(migrator, "");
    }

    /** Another login serves, who owns nothing. It may be {@code rampart_app} itself. */
    public static Migrations by(DataSource migrator, String servingLogin) {
        return new Migrations(migrator, servingLogin);
    }

    /** Makes the role that serves, if it is missing, and applies what is missing. May be called again. */
    public MigrationOutcome migrate() {
        try {
            Optional<String> complete = complete();
            if (complete.isPresent()) {
                return new Current(complete.get());
            }
            Flyway flyway = flyway();
            Optional<MigrationRefusal> refusal = refusal(flyway);
            if (refusal.isPresent()) {
                return new MigrationOutcome.Refused(refusal.get());
            }
            try (Connection connection = migrator.getConnection()) {
                AppRole.prepare(connection, servingLogin);
            }
            MigrateResult result = flyway.migrate();
            String version = currentVersion(flyway);
            return result.migrationsExecuted == 0
                    ? new Current(version)
                    : new Applied(result.migrationsExecuted, version);
        } catch (SQLException | FlywayException e) {
            return new MigrationOutcome.Refused(new Failed(reason(e)));
        }
    }

    /** Changes nothing. */
    public MigrationPreview preview() {
        try {
            Flyway flyway = flyway();
            Optional<MigrationRefusal> refusal = refusal(flyway);
            if (refusal.isPresent()) {
                return new MigrationPreview.Refused(refusal.get());
            }
            return new Pending(Arrays.stream(flyway.info().pending())
                    .map(info -> new Step(info.getVersion().getVersion(), info.getDescription()))
                    .toList());
        } catch (SQLException | FlywayException e) {
            return new MigrationPreview.Refused(new Failed(reason(e)));
        }
    }

    /** Most starts find nothing to do, and need no Flyway to see that. It decides wherever anything is unusual. */
    private Optional<String> complete() throws SQLException {
        try (Connection connection = migrator.getConnection()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_SERVER) {
                return Optional.empty();
            }
            Optional<String> version = History.complete(connection);
            if (version.isPresent()) {
                AppRole.prepare(connection, servingLogin);
            }
            return version;
        }
    }

    private Flyway flyway() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(migrator)
                .locations("classpath:migrations")
                // Not the first one of the search path, which is the login's own if there is a schema of that name.
                .defaultSchema("public")
                .createSchemas(false)
                .validateMigrationNaming(true)
                .loggers(FlywayLog.class.getName())
                .load();
    }

    private Optional<MigrationRefusal> refusal(Flyway flyway) throws SQLException {
        try (Connection connection = migrator.getConnection();
                Statement statement = connection.createStatement()) {
            int server = connection.getMetaData().getDatabaseMajorVersion();
            if (server < OLDEST_SERVER) {
                return Optional.of(
                        new Failed("PostgreSQL %d is too old: %d is the oldest".formatted(server, OLDEST_SERVER)));
            }
            try (ResultSet rows = statement.executeQuery(HOLDS_OTHER_TABLES)) {
                if (rows.next() && rows.getBoolean(1)) {
                    return Optional.of(
                            new Foreign("the database holds tables that are not Rampart's: give it its own"));
                }
            }
        }
        return refusal(List.of(flyway.info().applied()));
    }

    private static Optional<MigrationRefusal> refusal(List<MigrationInfo> applied) {
        List<MigrationInfo> unknown =
                applied.stream().filter(info -> !info.getState().isResolved()).toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                unknown.size() == applied.size()
                        ? new Foreign("the database holds another program's migrations: give Rampart its own")
                        : new Newer(String.valueOf(unknown.getLast().getVersion())));
    }

    private static String currentVersion(Flyway flyway) {
        @Nullable MigrationInfo current = flyway.info().current();
        return current == null ? "none" : current.getVersion().getVersion();
    }

    /** Flyway tells long stories. The database's own words, where there are any, stand at their bottom. */
    private static String reason(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
