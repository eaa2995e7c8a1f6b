package dev.rampart.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.rampart.migrations.MigrationOutcome;
import dev.rampart.migrations.MigrationPreview;
import dev.rampart.migrations.MigrationRefusal;
import dev.rampart.migrations.Migrations;
import dev.rampart.migrations.ServingRole;
import dev.rampart.server.config.DatabaseUrl;
import dev.rampart.server.config.ServerConfig;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the database: brings it up to date, then serves from it as a role that owns nothing. */
final class Databases {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration START_PATIENCE = Duration.ofSeconds(5);

    private Databases() {}

    static MigrationOutcome migrate(ServerConfig.Database config) {
        MigrationOutcome outcome = migrations(config).migrate();
        if (outcome instanceof MigrationOutcome.Refused(MigrationRefusal refusal)) {
            throw refused(refusal);
        }
        return outcome;
    }

    /** What {@link #migrate} would do. Changes nothing. */
    static MigrationPreview.Pending preview(ServerConfig.Database config) {
        return switch (migrations(config).preview()) {
            case MigrationPreview.Pending pending -> pending;
            case MigrationPreview.Refused(MigrationRefusal refusal) -> throw refused(refusal);
        };
    }

    private static StartException refused(MigrationRefusal refusal) {
        return switch (refusal) {
            case MigrationRefusal.Newer newer ->
                new StartException(
                        "the database has a newer schema than this version of Rampart knows: " + newer.reason());
            case MigrationRefusal.Foreign foreign -> new StartException(foreign.reason());
            case MigrationRefusal.Failed failed ->
                new StartException("cannot use the database of RAMPART_DB_URL: " + failed.reason());
        };
    }

    private static Migrations migrations(ServerConfig.Database config) {
        DatabaseUrl migrator = config.direct().or(config::owner).orElse(config.url());
        return config.owner().isPresent()
                ? Migrations.by(
                        source(config.direct().orElse(migrator)), config.url().user())
                : Migrations.bySameLogin(source(migrator));
    }

    private static PGSimpleDataSource source(DatabaseUrl url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbc());
        source.setUser(url.user());
        source.setPassword(url.password().reveal());
        source.setLoginTimeout((int) START_PATIENCE.toSeconds());
        return source;
    }

    /** Connections stay in autocommit mode: the unit of work begins and commits by itself. */
    static HikariDataSource open(ServerConfig.Database config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("rampart");
        pool.setJdbcUrl(config.url().jdbc());
        pool.setUsername(config.url().user());
        pool.setPassword(config.url().password().reveal());
        pool.setMaximumPoolSize(config.maxConnections());
        pool.setConnectionTimeout(PATIENCE.toMillis());
        if (config.owner().isEmpty()) {
            pool.setConnectionInitSql(ServingRole.TAKE_ON);
        }
        try {
            return fit(new HikariDataSource(pool));
        } catch (HikariPool.PoolInitializationException e) {
            throw new StartException("cannot connect to the database of RAMPART_DB_URL: " + rootMessage(e), e);
        }
    }

    private static HikariDataSource fit(HikariDataSource database) {
        return switch (ServingRole.check(database)) {
            case ServingRole.Verdict.Fit(var role) -> database;
            case ServingRole.Verdict.Unfit(String reason) -> {
                database.close();
                throw new StartException(reason);
            }
        };
    }

    private static String rootMessage(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
