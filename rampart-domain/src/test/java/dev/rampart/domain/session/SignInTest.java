package dev.rampart.domain.session;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.BROWSER;
import static dev.rampart.domain.testing.Samples.COOKIE;
import static dev.rampart.domain.testing.Samples.FLOW;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.PASSWORD;
import static dev.rampart.domain.testing.Samples.QUERY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.session.SignIn.Delayed;
import dev.rampart.domain.session.SignIn.Outcome;
import dev.rampart.domain.session.SignIn.Refusal;
import dev.rampart.domain.session.SignIn.Refused;
import dev.rampart.domain.session.SignIn.Request;
import dev.rampart.domain.session.SignIn.Settings;
import dev.rampart.domain.session.SignIn.SignedIn;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakePasswordHasher;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SignInTest {

    private static final Secret WRONG = Secret.of("a wrong password");

    private final FakeClock clock = new FakeClock();
    private final FakeUnitOfWork unitOfWork = new FakeUnitOfWork();
    private final FakePasswordHasher hasher = new FakePasswordHasher();
    private final SignIn useCase = with(new Rate(0));
    private final Stage acme = new Stage(unitOfWork, ACME);

    @BeforeEach
    void begin() {
        acme.shopAndAda();
        acme.flow(Samples.flow());
    }

    @Test
    void startsASessionAndReturnsToTheApplication() {
        SignedIn signedIn = (SignedIn) signIn("ada", PASSWORD);

        assertThat(signedIn.request()).isEqualTo(QUERY);
        Session session = session(signedIn.token()).orElseThrow();
        assertThat(session.user()).isEqualTo(ADA);
        assertThat(session.authentication()).isEqualTo(Authentication.byPassword(Samples.NOW));
        AuditEvent event = onlyEvent();
        assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
        assertThat(event.session()).contains(session.id().toString());
        assertThat(event.target().map(Target::id)).contains(ADA.toString());
        assertThat(event.toString()).doesNotContain(signedIn.token().reveal(), PASSWORD.reveal());
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void givesTheBrowserAnotherCookieForTheSameSession() {
        Secret first = ((SignedIn) signIn("ada", PASSWORD)).token();
        Session before = session(first).orElseThrow();
        Secret flow = Secret.of("second flow");
        acme.flow(Samples.flow(flow, NewFlow.Subject.NONE));
        Browser back = new Browser(Optional.of(BROWSER), Optional.of(first), Samples.ORIGIN);

        SignedIn again = (SignedIn) useCase.signIn(ACME, new Request(flow, back, "ada", PASSWORD));

        assertThat(session(first)).isEmpty();
        assertThat(session(again.token()).map(Session::id)).contains(before.id());
        assertThat(again.request()).isEmpty();
    }

    @Test
    void refusesAWrongPassword() {
        assertThat(signIn("ada", WRONG)).isEqualTo(new Refused(Refusal.PASSWORD_WRONG));

        assertRefused(Refusal.PASSWORD_WRONG);
        assertThat(onlyEvent().target().map(Target::id)).contains(ADA.toString());
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void refusesANameThatNobodyHasAtTheSameCost() {
        assertThat(signIn("nobody", PASSWORD)).isEqualTo(new Refused(Refusal.USER_UNKNOWN));

        assertRefused(Refusal.USER_UNKNOWN);
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void refusesSomebodyWhoIsDisabledAtTheSameCost() {
        unitOfWork.disableUser(ACME, ADA);

        assertThat(signIn("ada", PASSWORD)).isEqualTo(new Refused(Refusal.USER_DISABLED));

        assertRefused(Refusal.USER_DISABLED);
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void refusesSomebodyWithoutAPasswordAtTheSameCost() {
        acme.user(Samples.bob());

        assertThat(signIn("bob@acme.example", PASSWORD)).isEqualTo(new Refused(Refusal.NO_PASSWORD));

        assertRefused(Refusal.NO_PASSWORD);
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void refusesAFlowThatHasExpiredWithoutLookingAtThePassword() {
        clock.advance(SessionLimits.DEFAULT.flow());

        assertThat(signIn("ada", PASSWORD)).isEqualTo(new Refused(Refusal.FLOW_GONE));

        assertRefused(Refusal.FLOW_GONE);
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void refusesABrowserThatHasNoCookie() {
        Request request = new Request(FLOW, Samples.newBrowser(), "ada", PASSWORD);

        assertThat(useCase.signIn(ACME, request)).isEqualTo(new Refused(Refusal.FLOW_GONE));
        assertRefused(Refusal.FLOW_GONE);
    }

    @Test
    void refusesAFlowThatWasCompletedBefore() {
        acme.completed(Samples.completing());

        assertThat(signIn("ada", PASSWORD)).isEqualTo(new Refused(Refusal.FLOW_GONE));
        assertRefused(Refusal.FLOW_GONE);
    }

    @Test
    void refusesWhenThereIsNoRoomForAHashAndDoesNotCountIt() {
        hasher.becomeBusy();

        for (int i = 0; i < 2 * SignInAttempts.FREE; i++) {
            assertThat(signIn("ada", PASSWORD)).isEqualTo(new Refused(Refusal.BUSY));
        }

        List<AuditEvent> events = unitOfWork.auditEvents(ACME);
        assertThat(events).hasSize(2 * SignInAttempts.FREE);
        assertThat(events).allSatisfy(event -> assertThat(event.reason()).contains("BUSY"));
    }

    @Test
    void delaysAfterTooManyFailuresWithoutLookingAtThePassword() {
        for (int i = 0; i < SignInAttempts.FREE; i++) {
            signIn("ada", WRONG);
        }

        assertThat(signIn("ada", PASSWORD)).isEqualTo(new Delayed(Duration.ofSeconds(1)));

        assertThat(hasher.hashes()).isEqualTo(SignInAttempts.FREE);
        assertThat(unitOfWork.auditEvents(ACME)).hasSize(SignInAttempts.FREE + 1);
        assertThat(lastEvent().reason()).contains("TOO_MANY_FAILURES");
    }

    @Test
    void verifiesAgainWhenTheDelayIsOver() {
        for (int i = 0; i < SignInAttempts.FREE; i++) {
            signIn("ada", WRONG);
        }
        clock.advance(Duration.ofSeconds(1));

        assertThat(signIn("ada", PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    void forgetsFailuresOnceThePersonHasSignedIn() {
        for (int i = 1; i < SignInAttempts.FREE; i++) {
            signIn("ada", WRONG);
        }
        signIn("ada", PASSWORD);
        acme.flow(Samples.flow(COOKIE, NewFlow.Subject.NONE));
        Request second = new Request(COOKIE, Samples.browser(), "ada", WRONG);

        for (int i = 0; i < SignInAttempts.FREE; i++) {
            assertThat(useCase.signIn(ACME, second)).isEqualTo(new Refused(Refusal.PASSWORD_WRONG));
        }
    }

    @Test
    void doesNotHoldAFormThatWasSentTwiceAgainstWhoeverKnowsThePassword() {
        for (int i = 1; i < SignInAttempts.FREE; i++) {
            signIn("ada", WRONG);
        }
        hasher.meanwhile(() -> acme.completed(Samples.completing()));

        assertThat(signIn("ada", PASSWORD)).isEqualTo(new Refused(Refusal.FLOW_GONE));

        hasher.meanwhile(() -> {});
        acme.flow(Samples.flow(COOKIE, NewFlow.Subject.NONE));
        Request second = new Request(COOKIE, Samples.browser(), "ada", PASSWORD);
        assertThat(useCase.signIn(ACME, second)).isInstanceOf(SignedIn.class);
    }

    @Test
    void limitsANetworkWithoutLookingAtThePassword() {
        SignIn once = with(new Rate(1));
        once.signIn(ACME, request("nobody", WRONG));

        assertThat(once.signIn(ACME, request("ada", PASSWORD))).isEqualTo(new Delayed(Duration.ofMinutes(1)));

        assertThat(hasher.hashes()).isEqualTo(1);
        assertThat(lastEvent().reason()).contains("TOO_MANY_REQUESTS");
    }

    @Test
    void hashesAnewWhatWasHashedWithOldParameters() {
        hasher.changeParameters();
        signIn("ada", PASSWORD);
        acme.flow(Samples.flow(COOKIE, NewFlow.Subject.NONE));

        useCase.signIn(ACME, new Request(COOKIE, Samples.browser(), "ada", PASSWORD));

        assertThat(hasher.hashes()).isEqualTo(3); // Compared, hashed anew, and compared with what is up to date.
    }

    private SignIn with(Rate limit) {
        return new SignIn(unitOfWork, hasher, clock, new FakeEntropy(), new Settings(SessionLimits.DEFAULT, limit));
    }

    private Outcome signIn(String username, Secret password) {
        return useCase.signIn(ACME, request(username, password));
    }

    private static Request request(String username, Secret password) {
        return new Request(FLOW, Samples.browser(), username, password);
    }

    private Optional<Session> session(Secret token) {
        return unitOfWork.call(ACME, stores -> stores.sessions().find(Sha256.of(token), IDLE, clock.instant()));
    }

    private AuditEvent onlyEvent() {
        assertThat(unitOfWork.auditEvents(ACME)).hasSize(1);
        return lastEvent();
    }

    private AuditEvent lastEvent() {
        return unitOfWork.auditEvents(ACME).getLast();
    }

    private void assertRefused(Refusal why) {
        AuditEvent event = onlyEvent();
        assertThat(event.type()).isEqualTo(AuditEvent.Type.SESSION_STARTED);
        assertThat(event.reason()).contains(why.name());
        assertThat(event.origin()).isEqualTo(Samples.ORIGIN);
        assertThat(event.toString()).doesNotContain(PASSWORD.reveal(), WRONG.reveal(), FLOW.reveal(), BROWSER.reveal());
    }
}
