package dev.rampart.domain.settings;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.COOKIE;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.session.NewFlow;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.session.SignInFlows.Completing;
import dev.rampart.domain.shared.HttpsUri;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code SettingsRegister} promises, and every store that asks what was chosen. */
public abstract class SettingsRegisterContract {

    private static final OrganizationSettings ALL = new OrganizationSettings(
            new PasswordPolicy(Optional.of(12), Optional.of(100), List.of("acme", "łódź")),
            new SessionPolicy(Optional.of(Duration.ofMinutes(10)), Optional.of(Duration.ofMinutes(30)), Optional.of(2)),
            new TokenPolicy(
                    Optional.of(Duration.ofSeconds(60)),
                    Optional.of(Duration.ofSeconds(90)),
                    Optional.of(Duration.ofSeconds(30)),
                    Optional.of(SigningAlgorithm.RS256),
                    Optional.of(Duration.ofHours(1)),
                    Optional.of(Duration.ofDays(2))),
            new ClientRegistration(ClientRegistration.Mode.INITIAL_ACCESS_TOKEN, Optional.of(3)),
            Compatibility.OPENID_CERTIFICATION,
            new Branding(
                    Optional.of("Acme & Co"),
                    HttpsUri.parse("https://cdn.acme.example/logo.svg"),
                    Color.parse("#0a0B0c"),
                    Color.parse("#ffffff")),
            2);

    private final UnitOfWork<Stores> work;
    private final Stage acme;

    protected SettingsRegisterContract(Scene scene) {
        this.work = scene.unitOfWork();
        this.acme = new Stage(work, ACME);
    }

    @Test
    void findsNothingChosenToBeginWith() {
        assertThat(find(ACME)).isEqualTo(OrganizationSettings.NONE);
        assertThat(lock(ACME)).contains(OrganizationSettings.NONE);
    }

    @Test
    void locksNothingWhereThereIsNoOrganization() {
        assertThat(lock(new OrgId(new UUID(7, 7)))).isEmpty();
    }

    @Test
    void keepsEverythingAndTakesItBack() {
        choose(ACME, ALL);
        assertThat(find(ACME)).isEqualTo(ALL);
        assertThat(lock(ACME)).contains(ALL);

        choose(ACME, OrganizationSettings.NONE);
        assertThat(find(ACME)).isEqualTo(OrganizationSettings.NONE);
    }

    @Test
    void hidesThemFromOtherOrganizations() {
        choose(ACME, ALL);

        assertThat(find(GLOBEX)).isEqualTo(OrganizationSettings.NONE);
    }

    @Test
    void forgetsWhatWasReplacedBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.settings().replace(ALL, NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(find(ACME)).isEqualTo(OrganizationSettings.NONE);
    }

    @Test
    void endASessionThatLiesUnusedForAsLongAsWasChosen() {
        acme.signedInAda();
        choose(ACME, ALL);

        assertThat(isSignedIn(COOKIE, NOW.plusSeconds(599))).isTrue();
        assertThat(isSignedIn(COOKIE, NOW.plusSeconds(600))).isFalse();
    }

    @Test
    void endASessionThatIsAsOldAsWasChosenEvenIfItBeganBefore() {
        acme.signedInAda();
        choose(ACME, ALL);
        work.run(ACME, stores -> stores.sessions().touch(SESSION, NOW.plusSeconds(1500)));

        assertThat(isSignedIn(COOKIE, NOW.plusSeconds(1799))).isTrue();
        assertThat(isSignedIn(COOKIE, NOW.plusSeconds(1800))).isFalse();
    }

    @Test
    void letASessionLastLongerThanTheServerDoes() {
        choose(
                ACME,
                with(new SessionPolicy(
                        Optional.of(Duration.ofDays(30)), Optional.of(Duration.ofDays(60)), Optional.empty())));
        acme.signedInAda();

        assertThat(isSignedIn(COOKIE, NOW.plus(Duration.ofDays(29)))).isTrue();
    }

    @Test
    void endTheSessionThatWasUsedLeastLatelyWhenThereWouldBeTooMany() {
        acme.signedInAda();
        choose(ACME, with(new SessionPolicy(Optional.empty(), Optional.empty(), Optional.of(2))));
        Secret second = signInAgain(2);
        work.run(ACME, stores -> stores.sessions().touch(SESSION, NOW.plusSeconds(61)));
        Secret third = signInAgain(3);

        assertThat(isSignedIn(COOKIE, NOW.plusSeconds(70))).isTrue();
        assertThat(isSignedIn(second, NOW.plusSeconds(70))).isFalse();
        assertThat(isSignedIn(third, NOW.plusSeconds(70))).isTrue();
    }

    /** In another browser, so that the sessions before it stay. */
    private Secret signInAgain(int number) {
        Secret flow = Secret.of("flow " + number);
        Secret cookie = Secret.of("cookie " + number);
        Completing completing = Samples.completing(
                flow, ADA, cookie, Samples.newSession(new SessionId(new UUID(5, number)), NOW.plusSeconds(number)));
        work.run(ACME, stores -> {
            stores.signInFlows().add(Samples.flow(flow, NewFlow.Subject.NONE));
            stores.signInFlows().complete(completing, NOW.plusSeconds(number));
        });
        return cookie;
    }

    private static OrganizationSettings with(SessionPolicy session) {
        return new OrganizationSettings(
                PasswordPolicy.NONE,
                session,
                TokenPolicy.NONE,
                ClientRegistration.NONE,
                Compatibility.STRICT,
                Branding.NONE,
                2);
    }

    private boolean isSignedIn(Secret cookie, Instant now) {
        return work.<Boolean>call(
                ACME,
                stores -> stores.sessions().find(Sha256.of(cookie), IDLE, now).isPresent());
    }

    private void choose(OrgId org, OrganizationSettings settings) {
        work.run(org, stores -> stores.settings().replace(settings, NOW));
    }

    private OrganizationSettings find(OrgId org) {
        return work.<OrganizationSettings>one(org, stores -> stores.settings().find());
    }

    private Optional<OrganizationSettings> lock(OrgId org) {
        return work.<Optional<OrganizationSettings>>call(
                org, stores -> stores.settings().lock());
    }
}
