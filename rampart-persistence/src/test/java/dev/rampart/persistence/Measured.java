package dev.rampart.persistence;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.Stores;
import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEventId;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.grant.AuthorizationRequest;
import dev.rampart.domain.grant.Authorize;
import dev.rampart.domain.grant.ClientGrants;
import dev.rampart.domain.grant.GrantToClient;
import dev.rampart.domain.grant.IntrospectToken;
import dev.rampart.domain.grant.ReadUserinfo;
import dev.rampart.domain.grant.RedeemAuthorizationCode;
import dev.rampart.domain.grant.RedeemAuthorizationCode.Refusal;
import dev.rampart.domain.grant.RedeemAuthorizationCode.Refused;
import dev.rampart.domain.grant.Refresh;
import dev.rampart.domain.grant.RefreshTokens;
import dev.rampart.domain.grant.RefuseAuthorization;
import dev.rampart.domain.session.FindSession;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.session.SignIn;
import dev.rampart.domain.session.SignInAttempts;
import dev.rampart.domain.session.SignInFlows.Completion;
import dev.rampart.domain.session.SignOut;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakePasswordHasher;
import dev.rampart.domain.testing.FakeSeal;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.user.CanonicalName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is done all day, how a test comes to it, and how many exchanges it may cost. */
@SuppressWarnings("ImmutableEnumChecker") // The functions keep nothing.
enum Measured {
    TOKEN_FOR_A_CLIENT(1, Stage::shopAndAda, work -> assertThat(grant(work)).isInstanceOf(GrantToClient.Granted.class)),

    USERINFO(
            1,
            Stage::issuedCode,
            work -> assertThat(new ReadUserinfo(work, Shared.CLOCK, SessionLimits.DEFAULT)
                            .read(ACME, Samples.accessToken()))
                    .isPresent()),

    REDEMPTION(
            2, Stage::issuedCode, work -> assertThat(redeem(work)).isInstanceOf(RedeemAuthorizationCode.Granted.class)),

    ROTATION(2, Measured::issuedRefreshToken, work -> assertThat(refresh(work)).isInstanceOf(Refresh.Granted.class)),

    ROTATION_AGAIN(
            2, Measured::issuedRefreshToken, work -> assertThat(refresh(work)).isInstanceOf(Refresh.Granted.class)) {
        @Override
        void prepare(UnitOfWork<Stores> work) {
            super.prepare(work);
            refresh(work);
        }
    },

    INTROSPECTION(
            1,
            Stage::issuedCode,
            work -> assertThat(new IntrospectToken(work, Shared.CLOCK, IDLE)
                            .accessToken(ACME, Samples.accessToken(), Samples.SHOP))
                    .isPresent()),

    REPLAY(3, Stage::issuedCode, work -> assertThat(redeem(work)).isEqualTo(new Refused(Refusal.CODE_REPLAYED))) {
        @Override
        void prepare(UnitOfWork<Stores> work) {
            super.prepare(work);
            redeem(work);
        }
    },

    AUTHORIZATION_OF_SOMEBODY_SIGNED_IN(
            2, Stage::signedInAda, work -> assertThat(authorize(work)).isInstanceOf(Authorize.Issued.class)),

    ATTEMPT_AT_A_PASSWORD(
            1,
            Measured::flow,
            work -> assertThat(work.<SignInAttempts.Begun>one(
                            ACME, stores -> stores.signInAttempts().begin(attempt(), NOW)))
                    .isInstanceOf(SignInAttempts.Begun.Counted.class)),

    COMPLETION_OF_A_FLOW(2, Measured::flow, Measured::complete),

    SIGN_IN(3, Measured::flow, work -> assertThat(signIn(work)).isInstanceOf(SignIn.SignedIn.class)),

    SESSION_OF_A_BROWSER(
            1,
            Stage::signedInAda,
            work -> assertThat(new FindSession(work, Shared.CLOCK, SessionLimits.DEFAULT)
                            .find(ACME, Samples.signedInBrowser()))
                    .isPresent()),

    SIGN_OUT(
            2,
            Stage::signedInAda,
            work -> assertThat(new SignOut(work, Shared.CLOCK, Shared.ENTROPY, SessionLimits.DEFAULT, _ -> {})
                            .signOut(ACME, Samples.signedInBrowser()))
                    .isPresent()),

    REFUSAL_OF_A_MALFORMED_REQUEST(
            1,
            Stage::shopAndAda,
            work -> new RefuseAuthorization(work, Shared.CLOCK, Shared.ENTROPY)
                    .refuse(
                            ACME,
                            new RefuseAuthorization.Request(
                                    AuditEvent.Type.TOKEN_ISSUED, "shop", Samples.ORIGIN, Refusal.CODE_UNKNOWN)));

    /** Not a field of the enum, whose constants come before its fields. */
    private static final class Shared {
        static final FakeClock CLOCK = new FakeClock();
        static final FakeEntropy ENTROPY = new FakeEntropy();
        static final Rate LIMIT = new Rate(6000);
        static final Client SHOP = SampleClient.shop().build();
        static final Secret REFRESH_TOKEN = Secret.of("a refresh token");
        static final RedeemAuthorizationCode.Settings GRANTS =
                new RedeemAuthorizationCode.Settings(IDLE, RefreshTokens.Lifetimes.DEFAULT, LIMIT);
    }

    private final int exchanges;
    private final Consumer<Stage> stage;
    private final Consumer<UnitOfWork<Stores>> act;

    Measured(int exchanges, Consumer<Stage> stage, Consumer<UnitOfWork<Stores>> act) {
        this.exchanges = exchanges;
        this.stage = stage;
        this.act = act;
    }

    int exchanges() {
        return exchanges;
    }

    void prepare(UnitOfWork<Stores> work) {
        stage.accept(new Stage(work, ACME));
    }

    void act(UnitOfWork<Stores> work) {
        act.accept(work);
    }

    private static void flow(Stage acme) {
        acme.shopAndAda();
        acme.flow(Samples.flow());
    }

    private static GrantToClient.Outcome grant(UnitOfWork<Stores> work) {
        return new GrantToClient(work, Shared.CLOCK, Shared.ENTROPY, Shared.LIMIT)
                .grant(ACME, Shared.SHOP, ClientGrants.Wanted.NOTHING, Samples.ORIGIN);
    }

    private static void issuedRefreshToken(Stage acme) {
        acme.signedInAda();
        acme.grant(Samples.userGrant(), Shared.REFRESH_TOKEN);
    }

    private static Refresh.Outcome refresh(UnitOfWork<Stores> work) {
        RefreshTokens.Wanted all = new RefreshTokens.Wanted(Optional.empty(), List.of());
        return new Refresh(work, new FakeSeal(), Shared.CLOCK, Shared.ENTROPY, Shared.GRANTS)
                .refresh(ACME, new Refresh.Request(Shared.SHOP, Shared.REFRESH_TOKEN, all, Set.of(), Samples.ORIGIN));
    }

    private static RedeemAuthorizationCode.Outcome redeem(UnitOfWork<Stores> work) {
        return new RedeemAuthorizationCode(work, Shared.CLOCK, Shared.ENTROPY, Shared.GRANTS)
                .redeem(
                        ACME,
                        new RedeemAuthorizationCode.Request(
                                Shared.SHOP,
                                Samples.CODE,
                                Samples.SHOP_CALLBACK,
                                Optional.of(Samples.VERIFIER),
                                List.of(),
                                Set.of(),
                                Samples.ORIGIN));
    }

    private static Authorize.Outcome authorize(UnitOfWork<Stores> work) {
        Authorize.Settings settings = new Authorize.Settings(Duration.ofMinutes(1), SessionLimits.DEFAULT);
        return new Authorize(work, Shared.CLOCK, Shared.ENTROPY, settings)
                .authorize(
                        ACME,
                        new AuthorizationRequest(
                                Shared.SHOP,
                                Samples.SHOP_CALLBACK,
                                Samples.scopes("openid"),
                                List.of(),
                                Optional.empty(),
                                Optional.of(Samples.CHALLENGE),
                                Optional.empty(),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Samples.QUERY,
                                Optional.of(Samples.FLOW),
                                Samples.signedInBrowser()));
    }

    private static SignInAttempts.Attempt attempt() {
        return new SignInAttempts.Attempt(
                Sha256.of(Samples.FLOW),
                Sha256.of(Samples.BROWSER),
                CanonicalName.of("ada"),
                Samples.NETWORK,
                Shared.LIMIT);
    }

    private static SignIn.Outcome signIn(UnitOfWork<Stores> work) {
        SignIn.Settings settings = new SignIn.Settings(SessionLimits.DEFAULT, Shared.LIMIT);
        return new SignIn(work, new FakePasswordHasher(), Shared.CLOCK, Shared.ENTROPY, settings)
                .signIn(ACME, new SignIn.Request(Samples.FLOW, Samples.browser(), "ada", Samples.PASSWORD));
    }

    private static void complete(UnitOfWork<Stores> work) {
        AuditEvent event = AuditEvent.of(
                AuditEventId.of(NOW, Shared.ENTROPY), AuditEvent.Type.SESSION_STARTED, Actor.ANONYMOUS, NOW);
        work.run(ACME, stores -> {
            assertThat(stores.signInFlows().complete(Samples.completing(), NOW))
                    .isInstanceOf(Completion.Completed.class);
            stores.auditEvents().add(event);
        });
    }
}
