package dev.rampart.server;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.http.health.Readiness;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.key.PostgresSigningKeys;
import dev.rampart.persistence.organization.CachedOrganizationDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Whether this server can do its work: the database answers, has our schema and our keys, and the time is known. */
final class Health implements Readiness {

    private static final int SECONDS_AT_MOST = 2;

    private final DataSource database;
    private final CachedOrganizationDirectory organizations;
    private final DatabaseClock clock;

    Health(DataSource database, DatabaseClock clock) {
        this.database = database;
        this.organizations = new CachedOrganizationDirectory(database);
        this.clock = clock;
    }

    @Override
    public Map<String, Boolean> checks() {
        boolean database = isReachable();
        Optional<Organization> found = database ? organization() : Optional.empty();
        return Map.of(
                "database",
                database,
                "migrations",
                found.isPresent(),
                "keys",
                found.filter(this::hasKeys).isPresent(),
                "clock",
                clock.isKnown());
    }

    private boolean isReachable() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS_AT_MOST);
        } catch (SQLException e) {
            return false;
        }
    }

    /** It can be read only where our tables are. */
    private Optional<Organization> organization() {
        try {
            return organizations.afresh(OrgSlug.DEFAULT);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private boolean hasKeys(Organization organization) {
        try {
            return !Statements.alone(
                            database,
                            organization.id(),
                            statements ->
                                    new PostgresSigningKeys(statements, organization.id()).published(clock.instant()))
                    .isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
