package dev.rampart.domain.grant;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.BOB;
import static dev.rampart.domain.testing.Samples.COOKIE;
import static dev.rampart.domain.testing.Samples.FLOW;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.SESSION;
import static dev.rampart.domain.testing.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.Authorize.ConsentNeeded;
import dev.rampart.domain.grant.Authorize.Issued;
import dev.rampart.domain.grant.Authorize.Outcome;
import dev.rampart.domain.grant.Authorize.Refusal;
import dev.rampart.domain.grant.Authorize.Refused;
import dev.rampart.domain.grant.Authorize.SignInNeeded;
import dev.rampart.domain.session.Browser;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.settings.Branding;
import dev.rampart.domain.settings.ClientRegistration;
import dev.rampart.domain.settings.Compatibility;
import dev.rampart.domain.settings.OrganizationSettings;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.settings.SessionPolicy;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AuthorizeTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final FakeClock clock = new FakeClock();
    private final FakeUnitOfWork unitOfWork = new FakeUnitOfWork();
    private final Authorize useCase = new Authorize(
            unitOfWork, clock, new FakeEntropy(), new Authorize.Settings(Duration.ofMinutes(1), SessionLimits.DEFAULT));

    @BeforeEach
    void signAdaIn() {
        new Stage(unitOfWork, ACME).signedInAda();
    }

    @Test
    void issuesACodeToWhoeverIsSignedIn() {
        Issued issued = (Issued) authorize(new Asked());

        assertThat(issued.session().user()).isEqualTo(ADA);
        AuditEvent event = onlyEvent();
        assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
        assertThat(event.actor().id()).contains(ADA.toString());
        assertThat(event.session()).contains(SESSION.toString());
        assertThat(event.toString()).doesNotContain(issued.code().reveal(), COOKIE.reveal());
    }

    @Test
    void beginsAFlowWhereNobodyIsSignedIn() {
        Asked asked = new Asked();
        asked.browser = Samples.newBrowser();

        assertThat(authorize(asked)).isInstanceOf(SignInNeeded.class);
        assertThat(unitOfWork.auditEvents(ACME)).isEmpty();
    }

    @Test
    void asksNobodyToSignInWhenThePromptIsNone() {
        Asked asked = new Asked(Prompt.NONE);
        asked.browser = Samples.newBrowser();

        assertRefused(asked, Refusal.NOT_SIGNED_IN);
    }

    @Test
    void issuesACodeWithoutAPromptToWhoeverIsSignedIn() {
        assertThat(authorize(new Asked(Prompt.NONE))).isInstanceOf(Issued.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGIN", "SELECT_ACCOUNT"})
    void asksForANewSignInAndIsContentWithItOnce(Prompt prompt) {
        Asked back = new Asked(prompt);
        back.flow = FLOW;

        assertThat(authorize(new Asked(prompt))).isInstanceOf(SignInNeeded.class);
        assertThat(authorize(back)).isInstanceOf(Issued.class);
        assertThat(authorize(back)).isInstanceOf(SignInNeeded.class);
    }

    @Test
    void asksWhetherSomebodyElsesClientMay() {
        Asked asked = new Asked();
        asked.client = SampleClient.shop().asThirdParty().build();

        assertThat(authorize(asked)).isInstanceOf(ConsentNeeded.class);
        assertThat(unitOfWork.auditEvents(ACME)).isEmpty();
        asked.prompts = Set.of(Prompt.NONE);
        assertRefused(asked, Refusal.CONSENT_MISSING);
    }

    @Test
    void asksWhenTheClientInsistsThoughItIsTheOrganizationsOwn() {
        assertThat(authorize(new Asked(Prompt.CONSENT))).isInstanceOf(ConsentNeeded.class);
    }

    @Test
    void asksOnlyWhoeverIsSignedIn() {
        Asked asked = new Asked(Prompt.CONSENT);
        asked.browser = Samples.newBrowser();

        assertThat(authorize(asked)).isInstanceOf(SignInNeeded.class);
    }

    @Test
    void takesASignInThatIsAsOldAsMayBe() {
        Asked asked = new Asked();
        asked.maxAge = HOUR;
        clock.advance(HOUR);

        assertThat(authorize(asked)).isInstanceOf(Issued.class);
    }

    @Test
    void takesNoSignInThatIsAnyOlder() {
        Asked asked = new Asked();
        asked.maxAge = HOUR;
        clock.advance(HOUR.plusMillis(1));

        assertThat(authorize(asked)).isInstanceOf(SignInNeeded.class);
        asked.prompts = Set.of(Prompt.NONE);
        assertRefused(asked, Refusal.SIGNED_IN_TOO_LONG_AGO);
    }

    @Test
    void takesTheAgeThatTheClientIsRegisteredWithUnlessItSaysOtherwise() {
        Asked asked = new Asked(Prompt.NONE);
        asked.client = SampleClient.shop().defaultMaxAge(HOUR).build();
        clock.advance(HOUR.plusMillis(1));

        assertRefused(asked, Refusal.SIGNED_IN_TOO_LONG_AGO);
        asked.maxAge = HOUR.plusMillis(1);
        assertThat(authorize(asked)).isInstanceOf(Issued.class);
    }

    @Test
    void takesOnlyThePersonWhoIsExpected() {
        Asked asked = new Asked();
        asked.expected = ADA;
        assertThat(authorize(asked)).isInstanceOf(Issued.class);

        asked.expected = BOB;
        assertThat(authorize(asked)).isInstanceOf(SignInNeeded.class);
    }

    @Test
    void refusesSomebodyElseWithoutAPrompt() {
        Asked asked = new Asked(Prompt.NONE);
        asked.expected = BOB;

        assertRefused(asked, Refusal.SOMEBODY_ELSE_SIGNED_IN);
    }

    @Test
    void doesNotAskForEverWhenSomebodyElseHasJustSignedIn() {
        Asked asked = new Asked();
        asked.expected = BOB;
        asked.flow = FLOW;

        assertRefused(asked, Refusal.SOMEBODY_ELSE_SIGNED_IN);
    }

    @Test
    void refusesAClientThatHasChangedAndResumesTheFlowForItAsItIsNow() {
        unitOfWork.changeClient(ACME, SHOP);
        Asked asked = new Asked(Prompt.LOGIN);
        asked.flow = FLOW;

        assertRefused(asked, Refusal.CLIENT_CHANGED);

        asked.client = SampleClient.shop().version(2).build();
        assertThat(authorize(asked)).isInstanceOf(Issued.class);
    }

    @Test
    void insistsOnPkceWhereNothingElseIsChosen() {
        Asked asked = new Asked();
        asked.challenge = null;

        assertRefused(asked, Refusal.CHALLENGE_MISSING);
    }

    @Test
    void letsConfidentialClientsLeavePkceOutForCertification() {
        choose(TokenPolicy.NONE, Compatibility.OPENID_CERTIFICATION);
        Asked asked = new Asked();
        asked.challenge = null;

        assertThat(authorize(asked)).isInstanceOf(Issued.class);
    }

    @Test
    void insistsOnPkceOfPublicClientsAlways() {
        choose(TokenPolicy.NONE, Compatibility.OPENID_CERTIFICATION);
        Asked asked = new Asked();
        asked.client = SampleClient.shop().asPublic().build();
        asked.challenge = null;

        assertRefused(asked, Refusal.CHALLENGE_MISSING);
    }

    @Test
    void issuesCodesThatLastAsLongAsTheOrganizationHasChosen() {
        assertThat(((Issued) authorize(new Asked())).expiresAt()).isEqualTo(NOW.plusSeconds(60));

        Duration chosen = Duration.ofSeconds(20);
        choose(
                new TokenPolicy(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(chosen),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Compatibility.STRICT);
        assertThat(((Issued) authorize(new Asked())).expiresAt()).isEqualTo(NOW.plus(chosen));
    }

    private void choose(TokenPolicy tokens, Compatibility compatibility) {
        OrganizationSettings chosen = new OrganizationSettings(
                PasswordPolicy.NONE,
                SessionPolicy.NONE,
                tokens,
                ClientRegistration.NONE,
                compatibility,
                Branding.NONE,
                2);
        unitOfWork.run(ACME, stores -> stores.settings().replace(chosen, NOW));
    }

    private Outcome authorize(Asked asked) {
        return useCase.authorize(ACME, asked.build());
    }

    private void assertRefused(Asked asked, Refusal why) {
        assertThat(authorize(asked)).isEqualTo(new Refused(why));

        AuditEvent event = onlyEvent();
        assertThat(event.type()).isEqualTo(AuditEvent.Type.AUTHORIZATION_GRANTED);
        assertThat(event.reason()).contains(why.name());
        assertThat(event.origin()).isEqualTo(Samples.ORIGIN);
        assertThat(event.toString()).doesNotContain(COOKIE.reveal(), FLOW.reveal());
    }

    private AuditEvent onlyEvent() {
        assertThat(unitOfWork.auditEvents(ACME)).hasSize(1);
        return unitOfWork.auditEvents(ACME).getFirst();
    }

    /** What the shop asks for, in Ada's browser, unless a test says otherwise. */
    private static final class Asked {

        private Client client = SampleClient.shop().build();
        private Browser browser = Samples.signedInBrowser();
        private Set<Prompt> prompts;
        private @Nullable PkceChallenge challenge = Samples.CHALLENGE;
        private @Nullable Duration maxAge;
        private @Nullable UserId expected;
        private @Nullable Secret flow;

        private Asked(Prompt... prompts) {
            this.prompts = Set.of(prompts);
        }

        private AuthorizationRequest build() {
            return new AuthorizationRequest(
                    client,
                    Samples.SHOP_CALLBACK,
                    Samples.scopes("openid"),
                    List.of(),
                    Optional.empty(),
                    Optional.ofNullable(challenge),
                    Optional.empty(),
                    prompts,
                    Optional.ofNullable(maxAge),
                    Optional.ofNullable(expected),
                    Optional.empty(),
                    Optional.empty(),
                    Samples.QUERY,
                    Optional.ofNullable(flow),
                    browser);
        }
    }
}
