package dev.rampart.persistence.work;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.work.Lease;
import dev.rampart.domain.work.Leases.Claim;
import dev.rampart.persistence.Race;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class PostgresLeasesTest {

    private static final Instant END = NOW.plusSeconds(30);

    private final DataSource database = TestPostgres.emptied();
    private final PostgresLeases leases = new PostgresLeases(database);

    @Test
    void givesALeaseToOneOfTwo() {
        assertThat(take("one", NOW)).contains(new Lease("sweep", 1));
        assertThat(take("two", NOW)).isEmpty();
        assertThat(take("two", END.minusNanos(1000))).isEmpty();
    }

    @Test
    void renewsALeaseUnderTheSameFence() {
        take("one", NOW);

        assertThat(take("one", NOW.plusSeconds(20))).contains(new Lease("sweep", 1));
        assertThat(take("two", END)).isEmpty();
    }

    @Test
    void raisesTheFenceWhenAnExpiredLeaseChangesHands() {
        take("one", NOW);

        assertThat(take("two", END)).contains(new Lease("sweep", 2));
        assertThat(take("one", END.plusSeconds(30))).contains(new Lease("sweep", 3));
    }

    @Test
    void givesALeaseToTheNextAtOnceWhenItIsGivenBack() {
        Lease lease = take("one", NOW).orElseThrow();

        leases.giveBack(lease, NOW);

        assertThat(take("two", NOW)).contains(new Lease("sweep", 2));
    }

    @Test
    void ignoresALeaseThatIsGivenBackTooLate() {
        Lease lease = take("one", NOW).orElseThrow();
        take("two", END);

        leases.giveBack(lease, END);

        assertThat(take("three", END)).isEmpty();
    }

    @Test
    void keepsLeasesApartByName() {
        take("one", NOW);

        assertThat(leases.take("other", new Claim("two", NOW, END))).contains(new Lease("other", 1));
    }

    @Test
    void givesALeaseToOneHoweverManyTryTogether() throws Exception {
        take("the one before", NOW);

        List<Optional<Lease>> taken = Race.of(i -> take("node " + i, END));

        assertThat(taken).filteredOn(Optional::isPresent).containsExactly(Optional.of(new Lease("sweep", 2)));
    }

    @Test
    void letsTheHolderActAndNobodyElse() {
        Lease stale = take("one", NOW).orElseThrow();
        Lease held = take("two", END).orElseThrow();

        assertThat(acts(stale)).isFalse();
        assertThat(acts(new Lease("other", held.fence()))).isFalse();
        assertThat(acts(held)).isTrue();
    }

    /** Without the lock, the late one would go on with what it saw before the lease changed hands. */
    @Test
    void keepsALeaseFromChangingHandsWhileItsHolderActs() throws Exception {
        Lease lease = take("one", NOW).orElseThrow();
        CompletableFuture<Optional<Lease>> taken;
        try (Connection holder = database.getConnection()) {
            execute(holder, "BEGIN");
            execute(holder, "SELECT FROM lease WHERE name = 'sweep' AND fence = 1 FOR SHARE");
            taken = CompletableFuture.supplyAsync(() -> take("two", END));

            assertThat(taken.completeOnTimeout(Optional.of(lease), 200, TimeUnit.MILLISECONDS)
                            .get())
                    .as("what is there while the taker waits")
                    .contains(lease);
            execute(holder, "COMMIT");
        }
        assertThat(acts(new Lease("sweep", 2))).isTrue();
        assertThat(acts(lease)).isFalse();
    }

    private Optional<Lease> take(String holder, Instant now) {
        return leases.take("sweep", new Claim(holder, now, now.plus(Duration.ofSeconds(30))));
    }

    private boolean acts(Lease lease) {
        return Statements.alone(
                        database,
                        ACME,
                        statements -> statements.query(update(ORGANIZATION)
                                .set(ORGANIZATION.VERSION, ORGANIZATION.VERSION.plus(1))
                                .where(ORGANIZATION.ORG_ID.eq(ACME.value()))
                                .and(Fence.holds(lease))
                                .returning(ORGANIZATION.VERSION)))
                .isNotEmpty();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
