package dev.rampart.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What every other test on PostgreSQL stands on. */
final class TestPostgresTest {

    private static final int CONNECTIONS = 5;

    private final DSLContext superuser = DSL.using(TestPostgres.server().asSuperuser(), SQLDialect.POSTGRES);

    @Test
    void emptiesTablesThatNobodyMayDeleteFrom() {
        superuser.execute("DROP TABLE IF EXISTS guarded");
        superuser.execute("CREATE TABLE guarded (org_id uuid REFERENCES organization (org_id))");
        superuser.execute("CREATE OR REPLACE FUNCTION refuse_in_test() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE 'append only'; END $$; CREATE TRIGGER guard BEFORE DELETE OR TRUNCATE ON guarded"
                + " EXECUTE FUNCTION refuse_in_test(); INSERT INTO guarded SELECT org_id FROM organization");

        TestPostgres.emptied();

        assertThat(superuser.fetchValue("SELECT count(*) FROM guarded")).isEqualTo(0L);
        assertThat(superuser
                        .resultQuery("SELECT slug FROM organization ORDER BY slug")
                        .fetch(0, String.class))
                .containsExactly("acme", "globex");
        superuser.execute("DROP TABLE guarded; DROP FUNCTION refuse_in_test");
    }

    @Test
    void countsTheExchangesOfManyConnectionsTogether() throws IOException, SQLException {
        TestPostgres.emptied();
        try (ExchangeCounter counter = ExchangeCounter.beforeTestPostgres()) {
            DataSource counted = counter.asApp();
            List<Connection> connections = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(counted.getConnection());
            }

            int exchanges = counter.during(() -> connections.forEach(
                    connection -> DSL.using(connection, SQLDialect.POSTGRES).fetchValue("SELECT 1")));

            assertThat(exchanges).isEqualTo(CONNECTIONS);
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
