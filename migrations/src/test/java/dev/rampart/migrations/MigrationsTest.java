package dev.rampart.migrations;

import static dev.rampart.migrations.Asking.ask;
import static dev.rampart.migrations.Asking.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.migrations.MigrationOutcome.Applied;
import dev.rampart.migrations.MigrationOutcome.Current;
import dev.rampart.migrations.MigrationOutcome.Refused;
import dev.rampart.migrations.MigrationPreview.Pending;
import dev.rampart.migrations.MigrationPreview.Step;
import dev.rampart.migrations.MigrationRefusal.Failed;
import dev.rampart.migrations.MigrationRefusal.Foreign;
import dev.rampart.migrations.MigrationRefusal.Newer;
import dev.rampart.migrations.ServingRole.Verdict.Fit;
import dev.rampart.migrations.ServingRole.Verdict.Unfit;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** On a server of somebody else's, where there is a database and a login and nothing more. */
final class MigrationsTest {

    private static EmbeddedPostgres server;

    private PGSimpleDataSource superuser;
    private PGSimpleDataSource login;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.throwAway();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void makeDatabaseAndLogin() throws SQLException {
        ask(server, "CREATE ROLE login LOGIN CREATEROLE PASSWORD 'secret'");
        ask(server, "CREATE ROLE other LOGIN PASSWORD 'secret'");
        ask(server, "CREATE DATABASE theirs OWNER login");
        login = source(server, "theirs", "login");
        superuser = source(server, "theirs", "postgres");
        superuser.setPassword(server.superuserPassword());
    }

    @AfterEach
    void forgetThem() throws SQLException {
        ask(server, "DROP DATABASE theirs WITH (FORCE)");
        ask(server, "DROP ROLE IF EXISTS rampart_app");
        ask(server, "DROP ROLE IF EXISTS login, other, root");
    }

    @Test
    void bringsAnEmptyDatabaseUpToDateOnce() throws Exception {
        Migrations migrations = Migrations.bySameLogin(login);

        MigrationOutcome first = migrations.migrate();
        MigrationOutcome second = migrations.migrate();

        assertThat(first).isEqualTo(new Applied(Scripts.names().size(), latest()));
        assertThat(second).isEqualTo(new Current(latest()));
    }

    @Test
    void previewsWhatItWouldApplyAndChangesNothing() throws Exception {
        int all = Scripts.names().size();

        MigrationPreview preview = Migrations.bySameLogin(login).preview();

        assertThat(preview).isInstanceOfSatisfying(Pending.class, pending -> {
            assertThat(pending.steps()).hasSize(all);
            assertThat(pending.steps().getFirst()).isEqualTo(new Step("001", "organization"));
        });
        assertThat(ask(login, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
        assertThat(ask(login, "SELECT count(*) FROM pg_roles WHERE rolname = 'rampart_app'"))
                .isEqualTo("0");
    }

    @Test
    void previewsNothingWhereAllIsDone() {
        Migrations.bySameLogin(login).migrate();

        assertThat(Migrations.bySameLogin(login).preview()).isEqualTo(new Pending(List.of()));
    }

    @Test
    void appliesEachMigrationOnceWhenManyNodesStart() throws Exception {
        List<MigrationOutcome> outcomes = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            Callable<MigrationOutcome> start =
                    () -> Migrations.bySameLogin(login).migrate();
            for (Future<MigrationOutcome> node : nodes.invokeAll(Collections.nCopies(4, start))) {
                outcomes.add(node.get());
            }
        }

        assertThat(outcomes).noneMatch(outcome -> outcome instanceof Refused);
        assertThat(outcomes.stream()
                        .mapToInt(outcome -> outcome instanceof Applied applied ? applied.count() : 0)
                        .sum())
                .isEqualTo(Scripts.names().size());
    }

    @Test
    void leavesANewerSchemaAlone() throws Exception {
        Migrations.bySameLogin(login).migrate();
        ask(
                login,
                "INSERT INTO flyway_schema_history SELECT 999, '999', 'from the future', 'SQL',"
                        + " 'V999__from_the_future.sql', 1, 'login', now(), 1, true");

        Refused refused = new Refused(new Newer("999"));

        assertThat(Migrations.bySameLogin(login).migrate()).isEqualTo(refused);
        assertThat(Migrations.bySameLogin(login).preview()).isEqualTo(new MigrationPreview.Refused(refused.refusal()));
    }

    @Test
    void leavesSomebodyElsesTablesAlone() throws Exception {
        ask(login, "CREATE TABLE wordpress ()");

        assertThat(Migrations.bySameLogin(login).migrate())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(Foreign.class));
        assertThat(ask(login, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("1");
    }

    @Test
    void failsWithTheDatabasesOwnWords() throws Exception {
        ask(server, "ALTER ROLE login NOCREATEROLE");

        assertThat(Migrations.bySameLogin(login).migrate()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal()).isInstanceOf(Failed.class);
            assertThat(refused.refusal().reason()).contains("permission denied to create role");
        });
    }

    @Test
    void failsWhereAMigrationWasEdited() throws Exception {
        Migrations.bySameLogin(login).migrate();
        ask(login, "UPDATE flyway_schema_history SET checksum = 0 WHERE version = '001'");

        assertThat(Migrations.bySameLogin(login).migrate())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().reason())
                                .contains("checksum mismatch")
                                .doesNotContain("\n"));
    }

    @Test
    void letsOneLoginMigrateAndServe() throws Exception {
        Migrations.bySameLogin(login).migrate();

        assertThat(ServingRole.check(login)).isInstanceOf(Unfit.class);
        assertThatServingIsFit("login");
    }

    @Test
    void needsNoRightToMakeRolesWhereTheRoleIsThere() throws Exception {
        ask(server, "ALTER ROLE login NOCREATEROLE; CREATE ROLE rampart_app; GRANT rampart_app TO login");

        assertThat(Migrations.bySameLogin(login).migrate()).isInstanceOf(Applied.class);
        assertThatServingIsFit("login");
    }

    @Test
    void letsASuperuserMigrateAndServe() throws Exception {
        ask(server, "CREATE ROLE root SUPERUSER LOGIN PASSWORD 'secret'");
        DataSource root = source(server, "theirs", "root");

        assertThat(Migrations.bySameLogin(root).migrate()).isInstanceOf(Applied.class);
        assertThat(ServingRole.check(root))
                .isEqualTo(
                        new Unfit("the database role root is a superuser, and Rampart does not serve as such a one"));
        assertThatServingIsFit("root");
    }

    @Test
    void letsAnotherLoginServeThatOwnsNothing() {
        assertThat(Migrations.by(login, "other").migrate()).isInstanceOf(Applied.class);

        assertThat(ServingRole.check(source(server, "theirs", "other"))).isEqualTo(new Fit("other"));
        assertThatServingIsFit("other");
    }

    @Test
    void doesNotLetWhoServesMakeTables() throws Exception {
        ask(superuser, "GRANT CREATE ON SCHEMA public TO PUBLIC"); // As it was before PostgreSQL 15.

        Migrations.by(login, "other").migrate();

        assertThatThrownBy(() -> ask(source(server, "theirs", "other"), "CREATE TABLE public.mine ()"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void findsWhoIsNotHeldToTheRules() throws Exception {
        Migrations.by(login, "other").migrate();
        DataSource other = source(server, "theirs", "other");

        assertThat(faultAfter("ALTER ROLE other BYPASSRLS", other)).contains("bypasses row-level security");
        ask(server, "ALTER ROLE other NOBYPASSRLS");
        assertThat(faultAfter("GRANT CREATE ON SCHEMA public TO other", other)).contains("may make tables");
        ask(superuser, "REVOKE CREATE ON SCHEMA public FROM other");
        assertThat(faultAfter("ALTER TABLE organization DISABLE ROW LEVEL SECURITY", other))
                .contains("not held to row-level security");
        ask(superuser, "ALTER TABLE organization ENABLE ROW LEVEL SECURITY");
        ask(login, "REVOKE rampart_app FROM other"); // Only who gave it can.
        assertThat(faultAfter("RESET ALL", other)).contains("has not been given");
        assertThat(faultAfter("GRANT login TO other", other)).contains("owns tables");
    }

    private String faultAfter(String change, DataSource served) throws SQLException {
        ask(superuser, change);
        return ServingRole.check(served) instanceof Unfit(String reason) ? reason : "none";
    }

    private void assertThatServingIsFit(String user) {
        DataSource served = new PGSimpleDataSource() {
            private static final long serialVersionUID = 1;

            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = source(server, "theirs", user).getConnection();
                ask(connection, ServingRole.TAKE_ON);
                return connection;
            }
        };
        assertThat(ServingRole.check(served)).isEqualTo(new Fit("rampart_app"));
    }

    private static String latest() throws Exception {
        return Scripts.names().getLast().substring(1, 4);
    }
}
