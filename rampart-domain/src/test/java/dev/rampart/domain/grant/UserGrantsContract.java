package dev.rampart.domain.grant;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.COOKIE;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.GRANT;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code UserGrants} promises. */
public abstract class UserGrantsContract {

    private static final IssuedToken TOKEN = Samples.accessToken();

    private final Scene scene;
    private final UnitOfWork<Stores> work;

    protected UserGrantsContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
        new Stage(work, ACME).issuedCode();
    }

    @Test
    void tellsWhoGranted() {
        assertThat(person(ACME, NOW)).contains(Samples.ada());
    }

    @Test
    void endsAGrantHoweverOftenAsked() {
        revoke(ACME);
        revoke(ACME);

        assertThat(person(ACME, NOW)).isEmpty();
    }

    @Test
    void seesItsOwnRevocationWithinTheUnit() {
        Optional<User> seen = work.call(ACME, stores -> {
            stores.userGrants().revoke(GRANT, NOW);
            return stores.userGrants().person(TOKEN, IDLE, NOW).map(UserGrants.Told::user);
        });

        assertThat(seen).isEmpty();
    }

    @Test
    void hidesAGrantFromOtherOrganizations() {
        revoke(GLOBEX);

        assertThat(person(GLOBEX, NOW)).isEmpty();
        assertThat(person(ACME, NOW)).isPresent();
    }

    @Test
    void forgetsWhatWasDoneBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.userGrants().revoke(GRANT, NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(person(ACME, NOW)).isPresent();
    }

    @Test
    void refusesAGrantThatIsAlreadyThere() {
        assertThatThrownBy(() -> work.run(ACME, stores -> stores.userGrants().add(Samples.userGrant(), NOW)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void refusesAGrantOfNobody() {
        assertThatThrownBy(() -> work.run(GLOBEX, stores -> stores.userGrants().add(Samples.userGrant(), NOW)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void standsUntilTheSessionHasLainIdle() {
        assertThat(person(ACME, NOW.plus(IDLE).minusMillis(1))).isPresent();
        assertThat(person(ACME, NOW.plus(IDLE))).isEmpty();
    }

    @Test
    void standsUntilTheSessionExpires() {
        Instant end = NOW.plus(SessionLimits.DEFAULT.absolute());
        Duration never = Duration.ofDays(365);

        assertThat(person(never, end.minusMillis(1))).isPresent();
        assertThat(person(never, end)).isEmpty();
    }

    @Test
    void fallsWithItsSession() {
        work.run(ACME, stores -> stores.sessions().end(Sha256.of(COOKIE), IDLE, NOW));

        assertThat(person(ACME, NOW)).isEmpty();
    }

    @Test
    void fallsWithItsPerson() {
        scene.disableUser(ACME, ADA);

        assertThat(person(ACME, NOW)).isEmpty();
    }

    @Test
    void fallsWithItsClient() {
        scene.disableClient(ACME, SHOP);

        assertThat(person(ACME, NOW)).isEmpty();
    }

    @Test
    void outlivesAChangeOfItsClient() {
        scene.changeClient(ACME, SHOP);

        assertThat(person(ACME, NOW)).isPresent();
    }

    @Test
    void fallsWithItsOrganizationAlone() {
        new Stage(work, GLOBEX).issuedCode();
        scene.disableOrganization(ACME);

        assertThat(person(ACME, NOW)).isEmpty();
        assertThat(person(GLOBEX, NOW)).isPresent();
    }

    private void revoke(OrgId org) {
        work.run(org, stores -> stores.userGrants().revoke(GRANT, NOW));
    }

    private Optional<User> person(Duration idle, Instant now) {
        return work.<Optional<UserGrants.Told>>one(
                        ACME, stores -> stores.userGrants().person(TOKEN, idle, now))
                .map(UserGrants.Told::user);
    }

    private Optional<User> person(OrgId org, Instant now) {
        return work.<Optional<UserGrants.Told>>one(
                        org, stores -> stores.userGrants().person(TOKEN, IDLE, now))
                .map(UserGrants.Told::user);
    }
}
