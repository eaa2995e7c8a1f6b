package dev.rampart.domain.session;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.BOB;
import static dev.rampart.domain.testing.Samples.BROWSER;
import static dev.rampart.domain.testing.Samples.FLOW;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NETWORK;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.session.SignInAttempts.Attempt;
import dev.rampart.domain.session.SignInAttempts.Begun;
import dev.rampart.domain.session.SignInAttempts.Begun.Counted;
import dev.rampart.domain.session.SignInAttempts.Begun.Delayed;
import dev.rampart.domain.session.SignInAttempts.Begun.Limited;
import dev.rampart.domain.session.SignInAttempts.Begun.NoFlow;
import dev.rampart.domain.session.SignInAttempts.Known;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.user.CanonicalName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code SignInAttempts} promises. */
public abstract class SignInAttemptsContract {

    private static final Rate UNLIMITED = new Rate(0);
    private static final String ELSEWHERE = "198.51.100.7";

    private final Scene scene;
    private final UnitOfWork<Stores> work;
    private final Stage acme;

    protected SignInAttemptsContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
        this.acme = new Stage(work, ACME);
        acme.shopAndAda();
        acme.flow(longFlow());
    }

    @Test
    void findsSomebodyByUsernameAndByAddressAndCountsThemAsOne() {
        Counted byUsername = (Counted) begin("ada", NOW);
        Counted byAddress = (Counted) begin("ada@acme.example", NOW);

        assertThat(byUsername.user())
                .contains(new Known(ADA, "Ada Lovelace", true, false, Optional.of(Samples.passwordHash())));
        assertThat(byAddress).isEqualTo(byUsername);
    }

    @Test
    void knowsNobodyOfANameThatNobodyHas() {
        Counted first = (Counted) begin("nobody", NOW);
        Counted second = (Counted) begin("nobody-else", NOW);

        assertThat(first.user()).isEmpty();
        assertThat(second.account()).isNotEqualTo(first.account());
    }

    @Test
    void findsSomebodyWithoutAPassword() {
        acme.user(Samples.bob());

        assertThat(((Counted) begin("bob@acme.example", NOW)).user())
                .contains(new Known(BOB, "bob@acme.example", true, false, Optional.empty()));
    }

    @Test
    void tellsThatSomebodyIsDisabled() {
        scene.disableUser(ACME, ADA);

        assertThat(((Counted) begin("ada", NOW)).user().map(Known::enabled)).contains(false);
    }

    @Test
    void takesEverybodyInADisabledOrganizationForDisabled() {
        scene.disableOrganization(ACME);

        assertThat(((Counted) begin("ada", NOW)).user().map(Known::enabled)).contains(false);
    }

    @Test
    void hidesPeopleFromOtherOrganizationsAndCountsForItself() {
        new Stage(work, GLOBEX).flow(longFlow());
        failUntilDelayed("ada");

        assertThat(begin(GLOBEX, attempt("ada", NETWORK, UNLIMITED), NOW))
                .isInstanceOfSatisfying(
                        Counted.class, counted -> assertThat(counted.user()).isEmpty());
    }

    @Test
    void doesNotCountWhatFailsWithAnException() {
        for (int i = 0; i < 2 * SignInAttempts.FREE; i++) {
            assertThatThrownBy(() -> work.run(ACME, stores -> {
                        stores.signInAttempts().begin(attempt("ada", NETWORK, UNLIMITED), NOW);
                        throw new IllegalStateException("boom");
                    }))
                    .hasMessage("boom");
        }

        failUntilDelayed("ada");
    }

    @Test
    void delaysAfterFiveFailuresAndTwiceAsLongAfterEachFurtherOne() {
        failUntilDelayed("ada");
        Instant now = NOW;
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            Instant until = now.plusSeconds(seconds);
            assertThat(begin("ada", now)).isEqualTo(new Delayed(until));
            assertThat(begin("ada", until.minusMillis(1))).isEqualTo(new Delayed(until));
            assertThat(begin("ada", until)).isInstanceOf(Counted.class);
            now = until;
        }
    }

    @Test
    void delaysANameThatNobodyHasJustAsLong() {
        failUntilDelayed("nobody");

        assertThat(begin("nobody", NOW)).isEqualTo(new Delayed(NOW.plusSeconds(1)));
    }

    @Test
    void delaysNobodyWhoSitsElsewhere() {
        failUntilDelayed("ada");

        assertThat(begin(ACME, attempt("ada", ELSEWHERE, UNLIMITED), NOW)).isInstanceOf(Counted.class);
        assertThat(begin("nobody", NOW)).isInstanceOf(Counted.class);
    }

    @Test
    void forgivesAnAccountInOneNetworkAlone() {
        Counted counted = (Counted) begin("ada", NOW);
        for (int i = 0; i < SignInAttempts.FREE; i++) {
            begin(ACME, attempt("ada", ELSEWHERE, UNLIMITED), NOW);
        }

        work.run(ACME, stores -> stores.signInAttempts().forgive(counted.account(), NETWORK));

        failUntilDelayed("ada");
        assertThat(begin(ACME, attempt("ada", ELSEWHERE, UNLIMITED), NOW)).isInstanceOf(Delayed.class);
    }

    @Test
    void countsFailuresUntilTheyAreAnHourOld() {
        failUntilDelayed("ada");
        Instant later = NOW.plus(SignInAttempts.FORGOTTEN_AFTER);

        assertThat(begin("ada", later)).isInstanceOf(Counted.class);
        assertThat(begin("ada", later)).isEqualTo(new Delayed(later.plusSeconds(2)));
    }

    @Test
    void forgetsFailuresThatAreOlderThanAnHour() {
        failUntilDelayed("ada");
        Instant later = NOW.plus(SignInAttempts.FORGOTTEN_AFTER).plusMillis(1);

        assertThat(begin("ada", later)).isInstanceOf(Counted.class);
        assertThat(begin("ada", later)).isInstanceOf(Counted.class);
    }

    @Test
    void knowsNoFlowOfAnotherBrowser() {
        Sha256 another = Sha256.of(Secret.of("another browser"));
        Attempt attempt = new Attempt(Sha256.of(FLOW), another, CanonicalName.of("ada"), NETWORK, UNLIMITED);

        assertThat(begin(ACME, attempt, NOW)).isEqualTo(new NoFlow());
    }

    @Test
    void knowsAFlowUntilItExpires() {
        assertThat(begin("ada", longFlow().expiresAt())).isEqualTo(new NoFlow());
        assertThat(begin("ada", longFlow().expiresAt().minusMillis(1))).isInstanceOf(Counted.class);
    }

    @Test
    void knowsNoFlowThatIsCompleted() {
        acme.completed(Samples.completing());

        assertThat(begin("ada", NOW)).isEqualTo(new NoFlow());
    }

    @Test
    void limitsWhatANetworkMayTry() {
        Rate two = new Rate(2);
        Instant next = NOW.plusSeconds(30);

        assertThat(begin(ACME, attempt("ada", NETWORK, two), NOW)).isInstanceOf(Counted.class);
        assertThat(begin(ACME, attempt("nobody", NETWORK, two), NOW)).isInstanceOf(Counted.class);
        assertThat(begin(ACME, attempt("else", NETWORK, two), NOW)).isEqualTo(new Limited(next));
        assertThat(begin(ACME, attempt("ada", ELSEWHERE, two), NOW)).isInstanceOf(Counted.class);
        assertThat(begin(ACME, attempt("else", NETWORK, two), next.minusMillis(1)))
                .isEqualTo(new Limited(next));
        assertThat(begin(ACME, attempt("else", NETWORK, two), next)).isInstanceOf(Counted.class);
    }

    /** After it, the account is delayed. */
    private void failUntilDelayed(String name) {
        for (int i = 0; i < SignInAttempts.FREE; i++) {
            assertThat(begin(name, NOW)).isInstanceOf(Counted.class);
        }
        assertThat(begin(name, NOW)).isInstanceOf(Delayed.class);
    }

    /** So that a test can go on for hours. */
    private static NewFlow longFlow() {
        NewFlow flow = Samples.flow();
        return new NewFlow(
                flow.flow(),
                flow.browser(),
                flow.subject(),
                Optional.empty(),
                flow.createdAt(),
                NOW.plus(Duration.ofHours(8)));
    }

    protected final Begun begin(String name, Instant now) {
        return begin(ACME, attempt(name, NETWORK, UNLIMITED), now);
    }

    private Begun begin(OrgId org, Attempt attempt, Instant now) {
        return work.one(org, stores -> stores.signInAttempts().begin(attempt, now));
    }

    private static Attempt attempt(String name, String network, Rate limit) {
        return new Attempt(Sha256.of(FLOW), Sha256.of(BROWSER), CanonicalName.of(name), network, limit);
    }
}
