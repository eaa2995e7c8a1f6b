package dev.rampart.domain.session;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.BOB;
import static dev.rampart.domain.testing.Samples.BROWSER;
import static dev.rampart.domain.testing.Samples.COOKIE;
import static dev.rampart.domain.testing.Samples.FLOW;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.session.PasswordDemands.Demand;
import dev.rampart.domain.session.PasswordDemands.Demanded;
import dev.rampart.domain.session.PasswordDemands.Met;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code PasswordDemands} promises. */
public abstract class PasswordDemandsContract {

    private static final PasswordHash CHOSEN = new PasswordHash("$fake$v=1$chosen");
    private static final Secret SECOND_FLOW = Secret.of("second flow");
    private static final Sha256 ANOTHER_BROWSER = Sha256.of(Secret.of("another browser"));

    private final Scene scene;
    private final UnitOfWork<Stores> work;
    private final Stage acme;
    private final Demanded ada = new Demanded(ADA, "Ada Lovelace", Samples.passwordHash());

    protected PasswordDemandsContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
        this.acme = new Stage(work, ACME);
        acme.signedInAda();
        acme.flow(Samples.flow(SECOND_FLOW, NewFlow.Subject.NONE));
        scene.demandPassword(ACME, ADA);
    }

    @Test
    void tellsWhoHasToChoose() {
        assertThat(find(ACME, NOW)).isEmpty();

        demand(ACME);

        assertThat(find(ACME, NOW)).contains(ada);
    }

    @Test
    void givesThePasswordOnceAndDemandsNoOther() {
        demand(ACME);

        assertThat(meet(ACME, ADA, NOW)).isTrue();
        assertThat(find(ACME, NOW)).isEmpty();
        assertThat(meet(ACME, ADA, NOW)).isFalse();
        assertThat(work.<SignInFlows.Completion>call(
                        ACME, stores -> stores.signInFlows().complete(chosen(), NOW)))
                .isInstanceOf(SignInFlows.Completion.Completed.class);
    }

    @Test
    void endsTheSessionsOfThePerson() {
        demand(ACME);
        assertThat(session()).isPresent();

        meet(ACME, ADA, NOW);

        assertThat(session()).isEmpty();
    }

    @Test
    void hidesADemandFromOtherOrganizationsAndBrowsers() {
        demand(ACME);
        new Stage(work, GLOBEX).shopAndAda();

        assertThat(find(GLOBEX, NOW)).isEmpty();
        assertThat(meet(GLOBEX, ADA, NOW)).isFalse();
        assertThat(work.<Optional<Demanded>>one(
                        ACME, stores -> stores.passwordDemands().find(Sha256.of(SECOND_FLOW), ANOTHER_BROWSER, NOW)))
                .isEmpty();
        assertThat(meet(ACME, BOB, NOW)).isFalse();
        assertThat(find(ACME, NOW)).contains(ada);
    }

    @Test
    void forgetsWhatWasDoneBeforeAnException() {
        demand(ACME);

        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.passwordDemands().meet(met(ADA), NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(find(ACME, NOW)).contains(ada);
    }

    @Test
    void demandsNothingInAFlowThatIsCompletedOrHasExpired() {
        work.run(
                ACME,
                stores -> stores.passwordDemands()
                        .add(new Demand(Sha256.of(FLOW), Sha256.of(BROWSER), ADA, Samples.passwordHash()), NOW));
        demand(ACME);
        Instant expiry = Samples.flow().expiresAt();

        assertThat(work.<Optional<Demanded>>one(
                        ACME, stores -> stores.passwordDemands().find(Sha256.of(FLOW), Sha256.of(BROWSER), NOW)))
                .isEmpty();
        assertThat(find(ACME, expiry.minusMillis(1))).isPresent();
        assertThat(find(ACME, expiry)).isEmpty();
        assertThat(meet(ACME, ADA, expiry)).isFalse();
    }

    @Test
    void demandsNothingOnceThePasswordIsAnother() {
        demand(ACME);
        scene.changePassword(ACME, ADA, new PasswordHash("$fake$v=1$another"));

        assertThat(find(ACME, NOW)).isEmpty();
        assertThat(meet(ACME, ADA, NOW)).isFalse();
    }

    @Test
    void demandsNothingOfADisabledPerson() {
        demand(ACME);
        scene.disableUser(ACME, ADA);

        assertThat(find(ACME, NOW)).isEmpty();
        assertThat(meet(ACME, ADA, NOW)).isFalse();
    }

    @Test
    void demandsNothingInADisabledOrganization() {
        demand(ACME);
        scene.disableOrganization(ACME);

        assertThat(find(ACME, NOW)).isEmpty();
        assertThat(meet(ACME, ADA, NOW)).isFalse();
    }

    private void demand(OrgId org) {
        Demand demand = new Demand(Sha256.of(SECOND_FLOW), Sha256.of(BROWSER), ADA, Samples.passwordHash());
        work.run(org, stores -> stores.passwordDemands().add(demand, NOW));
    }

    private Optional<Demanded> find(OrgId org, Instant now) {
        return work.one(org, stores -> stores.passwordDemands().find(Sha256.of(SECOND_FLOW), Sha256.of(BROWSER), now));
    }

    protected final boolean meet(OrgId org, UserId user, Instant now) {
        return work.<Boolean>call(org, stores -> stores.passwordDemands().meet(met(user), now));
    }

    private static Met met(UserId user) {
        return new Met(Sha256.of(SECOND_FLOW), Sha256.of(BROWSER), user, CHOSEN);
    }

    private static SignInFlows.Completing chosen() {
        SignInFlows.Completing usual = Samples.completing(
                SECOND_FLOW, ADA, Secret.of("new cookie"), Samples.newSession(new SessionId(new UUID(0, 5)), NOW));
        return new SignInFlows.Completing(
                usual.flow(), usual.browser(), ADA, CHOSEN, Optional.empty(), usual.newToken(), usual.session());
    }

    private Optional<Session> session() {
        return work.one(ACME, stores -> stores.sessions().find(Sha256.of(COOKIE), IDLE, NOW));
    }
}
