package dev.rampart.persistence.logout;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.BROWSER;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.SESSION;
import static dev.rampart.domain.testing.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.logout.LogoutBacklog.Backlog;
import dev.rampart.domain.logout.LogoutNotices.Attempt;
import dev.rampart.domain.logout.LogoutNotices.Room;
import dev.rampart.domain.logout.LogoutNoticesContract;
import dev.rampart.domain.logout.Undelivered;
import dev.rampart.domain.session.PasswordDemands;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.work.Lease;
import dev.rampart.domain.work.Leases.Claim;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.Race;
import dev.rampart.persistence.TestPostgres;
import dev.rampart.persistence.work.PostgresLeases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class PostgresLogoutNoticesTest extends LogoutNoticesContract {

    private final PostgresScene scene = new PostgresScene(work);
    private final DataSource database = TestPostgres.server().asApp();
    private final Lease lease = new PostgresLeases(database)
            .take("logout", new Claim("node", NOW, NOW.plusSeconds(30)))
            .orElseThrow();

    PostgresLogoutNoticesTest() {
        super(PostgresScene.fresh());
    }

    @Override
    protected Lease lease() {
        return lease;
    }

    @Test
    void givesEachNoticeToOneOfManyNodes() throws Exception {
        signedIn();
        signOut();

        List<List<Attempt>> claims = Race.of(_ -> claim());

        assertThat(claims.stream().flatMap(List::stream)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void givesNothingToWhoeverHoldsTheLeaseNoMore() {
        signedIn();
        signOut();

        assertThat(claim(new Lease(lease.name(), lease.fence() - 1), room(NOW), NOW))
                .isEmpty();
        assertThat(claim()).hasSize(2);
    }

    @Test
    void endsASessionOnceHoweverManySignOutTogether() throws Exception {
        signedIn();

        Race.of(_ ->
                work.<Optional<?>>call(ACME, stores -> stores.sessions().end(Sha256.of(Samples.COOKIE), IDLE, NOW)));

        assertThat(claim()).hasSize(2);
    }

    @Test
    void tellsThemWhenAnAdministratorEndsASession() {
        signedIn();
        work.run(ACME, stores -> stores.sessionList().end(SESSION, IDLE, NOW));
        work.run(ACME, stores -> stores.sessionList().endAll(ADA, NOW));

        assertThat(claim()).hasSize(2).contains(attempt(SHOP, 1));
    }

    @Test
    void tellsThemWhenAllSessionsOfAPersonAreEnded() {
        signedIn();
        assertThat(work.<Integer>call(ACME, stores -> stores.sessionList().endAll(ADA, NOW)))
                .isOne();

        assertThat(claim()).hasSize(2).contains(attempt(SHOP, 1));
    }

    @Test
    void tellsThemWhenADemandedPasswordIsChosen() {
        signedIn();
        scene.demandPassword(ACME, ADA);
        Secret flow = Secret.of("another flow");
        new Stage(work, ACME).flow(Samples.flow(flow, Samples.flow().subject()));
        Sha256 browser = Sha256.of(BROWSER);
        work.run(
                ACME,
                stores -> stores.passwordDemands()
                        .add(new PasswordDemands.Demand(Sha256.of(flow), browser, ADA, Samples.passwordHash()), NOW));

        assertThat(work.<Boolean>call(
                        ACME,
                        stores -> stores.passwordDemands()
                                .meet(
                                        new PasswordDemands.Met(Sha256.of(flow), browser, ADA, Samples.passwordHash()),
                                        NOW)))
                .isTrue();

        assertThat(claim()).hasSize(2).contains(attempt(SHOP, 1));
    }

    @Test
    void writesNothingWhenEverybodysSessionsEndAtOnce() {
        signedIn();
        work.run(ACME, stores -> stores.sessionList().endEverybodys());

        assertThat(claim()).isEmpty();
    }

    @Test
    void goesWithTheApplicationThatIsRemoved() {
        signedIn();
        signOut();
        work.run(ACME, stores -> stores.clientRegister().remove(SHOP));

        assertThat(claim()).hasSize(1).doesNotContain(attempt(SHOP, 1));
    }

    @Test
    void goesWithThePersonWhoIsErased() {
        signedIn();
        work.run(ACME, stores -> stores.deletedUsers().add(ADA, NOW, NOW));
        work.run(ACME, stores -> stores.userRegister().remove(ADA));

        assertThat(scene.rows(ACME, "SELECT session_id FROM logout_notice")).isEmpty();
    }

    @Test
    void findsTheOrganizationsThatHaveSomethingDueAndCountsIt() {
        signedIn();
        PostgresDueLogouts due = new PostgresDueLogouts(database);
        assertThat(due.organizations(NOW, 10)).isEmpty();
        signOut();

        assertThat(due.organizations(NOW, 10)).containsExactly(ACME);
        assertThat(due.organizations(NOW.minusMillis(1), 10)).isEmpty();
        List<Attempt> first = claim(new Room(1, 1, Set.of(), NOW.plusSeconds(60)), NOW);
        run(notices -> notices.giveUp(first.getFirst(), Undelivered.REFUSED, NOW));

        assertThat(new PostgresLogoutBacklog(database).look()).isEqualTo(new Backlog(1, 1, Optional.of(NOW)));
        assertThat(scene.rows(ACME, "SELECT failure FROM logout_notice WHERE given_up_at IS NOT NULL")
                        .getFirst()
                        .get(0))
                .isEqualTo("REFUSED");
        claim();
        assertThat(due.organizations(NOW, 10)).isEmpty();
    }
}
