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
import static dev.rampart.domain.testing.Samples.QUERY;
import static dev.rampart.domain.testing.Samples.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.client.ClientDisplay;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.session.SignInFlows.Completing;
import dev.rampart.domain.session.SignInFlows.Completion;
import dev.rampart.domain.session.SignInFlows.Completion.Completed;
import dev.rampart.domain.session.SignInFlows.Completion.Gone;
import dev.rampart.domain.session.SignInFlows.Shown;
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

/** What every implementation of {@code SignInFlows} promises. */
public abstract class SignInFlowsContract {

    private static final Secret NEW_COOKIE = Secret.of("cookie that replaces it");
    private static final Secret SECOND_FLOW = Secret.of("second flow");
    private static final SessionId SECOND_SESSION = new SessionId(new UUID(0, 5));
    private static final Instant LATER = NOW.plusSeconds(90);

    private final Scene scene;
    private final UnitOfWork<Stores> work;
    private final Stage acme;
    private final Instant expiry = Samples.flow().expiresAt();
    private final Shown shown =
            new Shown(Optional.of("Shop"), ClientDisplay.NONE, QUERY, Optional.of("ada@acme.example"), false);

    protected SignInFlowsContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
        this.acme = new Stage(work, ACME);
        acme.shopAndAda();
        acme.flow(Samples.flow());
        acme.flow(Samples.flow(SECOND_FLOW, NewFlow.Subject.NONE));
    }

    @Test
    void showsWhatIsSignedInFor() {
        assertThat(show(ACME, FLOW, NOW)).contains(shown);
    }

    @Test
    void showsAFlowThatIsForNothingInParticular() {
        assertThat(show(ACME, SECOND_FLOW, NOW))
                .contains(new Shown(Optional.empty(), ClientDisplay.NONE, "", Optional.empty(), false));
    }

    @Test
    void showsThatAFlowIsCompleted() {
        acme.completed(Samples.completing());

        assertThat(show(ACME, FLOW, NOW).map(Shown::completed)).contains(true);
    }

    @Test
    void showsNothingToAnotherBrowser() {
        Sha256 another = Sha256.of(Secret.of("another browser"));

        assertThat(work.<Optional<Shown>>one(
                        ACME, stores -> stores.signInFlows().show(Sha256.of(FLOW), another, NOW)))
                .isEmpty();
    }

    @Test
    void showsAFlowUntilItExpires() {
        assertThat(show(ACME, FLOW, expiry.minusMillis(1))).isPresent();
        assertThat(show(ACME, FLOW, expiry)).isEmpty();
    }

    @Test
    void hidesAFlowFromOtherOrganizations() {
        new Stage(work, GLOBEX).shopAndAda();

        assertThat(show(GLOBEX, FLOW, NOW)).isEmpty();
        assertThat(complete(GLOBEX, Samples.completing(), NOW)).isEqualTo(new Gone());
        assertThat(complete(ACME, Samples.completing(), NOW)).isEqualTo(new Completed(SESSION, QUERY));
    }

    @Test
    void forgetsWhatWasDoneBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.signInFlows().complete(Samples.completing(), NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(show(ACME, FLOW, NOW)).contains(shown);
        assertThat(user(COOKIE)).isEmpty();
    }

    @Test
    void refusesAFlowThatIsAlreadyThere() {
        assertThatThrownBy(() -> acme.flow(Samples.flow())).isInstanceOf(RuntimeException.class);
    }

    @Test
    void completesAFlowOnceAndStartsASession() {
        assertThat(complete(ACME, Samples.completing(), NOW)).isEqualTo(new Completed(SESSION, QUERY));
        assertThat(user(COOKIE)).contains(ADA);
        assertThat(complete(ACME, again(FLOW, Optional.empty()), LATER)).isEqualTo(new Gone());
        assertThat(user(NEW_COOKIE)).isEmpty();
    }

    @Test
    void completesAFlowUntilItExpires() {
        assertThat(complete(ACME, Samples.completing(), expiry)).isEqualTo(new Gone());
        assertThat(complete(ACME, Samples.completing(), expiry.minusMillis(1))).isInstanceOf(Completed.class);
    }

    @Test
    void doesNotCompleteForAnotherBrowser() {
        Completing own = Samples.completing();
        Completing stolen = new Completing(
                own.flow(),
                Sha256.of(Secret.of("another browser")),
                own.user(),
                own.verified(),
                own.oldToken(),
                own.newToken(),
                own.session());

        assertThat(complete(ACME, stolen, NOW)).isEqualTo(new Gone());
        assertThat(complete(ACME, own, NOW)).isInstanceOf(Completed.class);
    }

    @Test
    void doesNotCompleteForADisabledPerson() {
        scene.disableUser(ACME, ADA);

        assertThat(complete(ACME, Samples.completing(), NOW)).isEqualTo(new Gone());
    }

    @Test
    void doesNotCompleteInADisabledOrganization() {
        scene.disableOrganization(ACME);

        assertThat(complete(ACME, Samples.completing(), NOW)).isEqualTo(new Gone());
    }

    @Test
    void doesNotCompleteForAPersonWhoHasToChooseAnotherPassword() {
        scene.demandPassword(ACME, ADA);

        assertThat(complete(ACME, Samples.completing(), NOW)).isEqualTo(new Gone());
        assertThat(user(COOKIE)).isEmpty();
    }

    @Test
    void doesNotCompleteWithAPasswordThatHasChangedMeanwhile() {
        scene.changePassword(ACME, ADA, new PasswordHash("$fake$v=1$another"));

        assertThat(complete(ACME, Samples.completing(), NOW)).isEqualTo(new Gone());
        assertThat(user(COOKIE)).isEmpty();
    }

    @Test
    void renewsTheSessionOfTheSamePerson() {
        acme.completed(Samples.completing());

        Completion renewed = complete(ACME, again(SECOND_FLOW, Optional.of(Sha256.of(COOKIE))), LATER);

        assertThat(renewed).isEqualTo(new Completed(SESSION, ""));
        assertThat(user(COOKIE)).isEmpty();
        assertThat(find(NEW_COOKIE))
                .contains(new Session(SESSION, ADA, "Ada Lovelace", Authentication.byPassword(LATER)));
    }

    @Test
    void startsASecondSessionInAnotherBrowser() {
        acme.completed(Samples.completing());

        Completion started = complete(ACME, again(SECOND_FLOW, Optional.empty()), LATER);

        assertThat(started).isEqualTo(new Completed(SECOND_SESSION, ""));
        assertThat(user(COOKIE)).contains(ADA);
        assertThat(user(NEW_COOKIE)).contains(ADA);
    }

    @Test
    void endsTheSessionOfSomebodyElseInsteadOfRenewingIt() {
        acme.userWithPassword(Samples.bob());
        acme.completed(Samples.completing(FLOW, BOB, COOKIE, Samples.newSession(NOW)));

        Completion started = complete(ACME, again(SECOND_FLOW, Optional.of(Sha256.of(COOKIE))), LATER);

        assertThat(started).isEqualTo(new Completed(SECOND_SESSION, ""));
        assertThat(user(COOKIE)).isEmpty();
        assertThat(user(NEW_COOKIE)).contains(ADA);
    }

    @Test
    void doesNotRenewASessionThatHasEnded() {
        acme.completed(Samples.completing());
        work.run(ACME, stores -> stores.sessions().end(Sha256.of(COOKIE), IDLE, NOW));

        Completion started = complete(ACME, again(SECOND_FLOW, Optional.of(Sha256.of(COOKIE))), LATER);

        assertThat(started).isEqualTo(new Completed(SECOND_SESSION, ""));
    }

    private static Completing again(Secret flow, Optional<Sha256> oldToken) {
        return new Completing(
                Sha256.of(flow),
                Sha256.of(BROWSER),
                ADA,
                Samples.passwordHash(),
                oldToken,
                Sha256.of(NEW_COOKIE),
                Samples.newSession(SECOND_SESSION, LATER));
    }

    private Optional<Shown> show(OrgId org, Secret flow, Instant now) {
        return work.one(org, stores -> stores.signInFlows().show(Sha256.of(flow), Sha256.of(BROWSER), now));
    }

    protected final Completion complete(OrgId org, Completing completing, Instant now) {
        return work.call(org, stores -> stores.signInFlows().complete(completing, now));
    }

    private Optional<UserId> user(Secret cookie) {
        return find(cookie).map(Session::user);
    }

    private Optional<Session> find(Secret cookie) {
        return work.one(ACME, stores -> stores.sessions().find(Sha256.of(cookie), IDLE, LATER));
    }
}
