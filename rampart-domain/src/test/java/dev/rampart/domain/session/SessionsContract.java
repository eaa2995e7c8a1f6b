package dev.rampart.domain.session;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.BOB;
import static dev.rampart.domain.testing.Samples.COOKIE;
import static dev.rampart.domain.testing.Samples.FLOW;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.QUERY;
import static dev.rampart.domain.testing.Samples.SESSION;
import static dev.rampart.domain.testing.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.scope.Allowed;
import dev.rampart.domain.session.Sessions.Question;
import dev.rampart.domain.session.Sessions.Resumed;
import dev.rampart.domain.session.Sessions.Standing;
import dev.rampart.domain.settings.Compatibility;
import dev.rampart.domain.settings.TokenPolicy;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code Sessions} promises. */
public abstract class SessionsContract {

    private final Scene scene;
    private final UnitOfWork<Stores> work;
    private final Stage acme;
    private final Session session = new Session(SESSION, ADA, "Ada Lovelace", Authentication.byPassword(NOW));
    private final Standing signedInForThis = standing(true, Optional.of(session), true);
    private final Standing signedIn = standing(true, Optional.of(session), false);
    protected final Question question = new Question(
            Optional.of(Sha256.of(COOKIE)), Optional.of(Sha256.of(FLOW)), QUERY, SHOP, 1, Optional.empty());

    protected SessionsContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
        this.acme = new Stage(work, ACME);
        acme.signedInAda();
    }

    @Test
    void findsTheSessionOfACookie() {
        assertThat(find(ACME, NOW)).contains(session);
    }

    @Test
    void hidesASessionFromOtherOrganizations() {
        assertThat(find(GLOBEX, NOW)).isEmpty();
        assertThat(end(GLOBEX, NOW)).isEmpty();
        assertThat(stand(GLOBEX, question)).isEqualTo(standing(false, Optional.empty(), false));
        assertThat(stand(ACME, question)).isEqualTo(signedInForThis);
    }

    @Test
    void forgetsWhatWasDoneBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.sessions().stand(question, IDLE, NOW);
                    stores.sessions().end(Sha256.of(COOKIE), IDLE, NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(stand(ACME, question)).isEqualTo(signedInForThis);
    }

    @Test
    void findsASessionUntilItHasLainIdle() {
        assertThat(find(ACME, NOW.plus(IDLE).minusMillis(1))).isPresent();
        assertThat(find(ACME, NOW.plus(IDLE))).isEmpty();
    }

    @Test
    void findsASessionUntilItExpiresHoweverMuchItIsUsed() {
        Instant end = NOW.plus(SessionLimits.DEFAULT.absolute());
        touch(end.minusSeconds(60));

        assertThat(find(ACME, end.minusMillis(1))).isPresent();
        assertThat(find(ACME, end)).isEmpty();
    }

    @Test
    void keepsASessionAliveThatIsUsed() {
        Instant used = NOW.plus(Duration.ofHours(1));
        touch(used);

        assertThat(find(ACME, used.plus(IDLE).minusMillis(1))).isPresent();
        assertThat(find(ACME, used.plus(IDLE))).isEmpty();
    }

    @Test
    void writesThatItIsUsedAtMostOnceAMinute() {
        touch(NOW.plusSeconds(60));
        assertThat(find(ACME, NOW.plus(IDLE))).isEmpty();

        touch(NOW.plusSeconds(60).plusMillis(1));
        assertThat(find(ACME, NOW.plus(IDLE))).isPresent();
    }

    @Test
    void saysWhichApplicationsAnEndedSessionWasUsedFor() {
        acme.grant(Samples.userGrant(), Secret.of("a refresh token"));

        assertThat(end(ACME, NOW)).contains(new EndedSession(session, Set.of(SHOP)));
    }

    @Test
    void endsASessionOnceAndSaysWhich() {
        assertThat(end(ACME, NOW)).contains(new EndedSession(session, Set.of()));
        assertThat(end(ACME, NOW)).isEmpty();
        assertThat(find(ACME, NOW)).isEmpty();
    }

    @Test
    void doesNotEndASessionThatIsOver() {
        assertThat(end(ACME, NOW.plus(IDLE))).isEmpty();
    }

    @Test
    void findsNoSessionOfADisabledPerson() {
        scene.disableUser(ACME, ADA);

        assertThat(find(ACME, NOW)).isEmpty();
        assertThat(stand(ACME, question)).isEqualTo(standing(true, Optional.empty(), false));
    }

    @Test
    void findsNoSessionInADisabledOrganization() {
        scene.disableOrganization(ACME);

        assertThat(find(ACME, NOW)).isEmpty();
        assertThat(stand(ACME, question)).isEqualTo(standing(false, Optional.empty(), false));
    }

    @Test
    void resumesAFlowOnce() {
        assertThat(stand(ACME, question)).isEqualTo(signedInForThis);
        assertThat(stand(ACME, question)).isEqualTo(signedIn);
    }

    @Test
    void resumesNoFlowThatIsNotCompleted() {
        Secret open = Secret.of("another flow");
        acme.flow(Samples.flow(open, Samples.flow().subject()));

        Question about = new Question(question.token(), Optional.of(Sha256.of(open)), QUERY, SHOP, 1, Optional.empty());
        assertThat(stand(ACME, about)).isEqualTo(signedIn);
    }

    @Test
    void resumesAFlowOnlyForTheRequestItBeganWith() {
        Question other =
                new Question(question.token(), question.flow(), QUERY + "&prompt=none", SHOP, 1, Optional.empty());

        assertThat(stand(ACME, other)).isEqualTo(signedIn);
        assertThat(stand(ACME, question)).isEqualTo(signedInForThis);
    }

    @Test
    void resumesAFlowOnlyForThePersonWhoCompletedIt() {
        acme.userWithPassword(Samples.bob());
        Secret flow = Secret.of("flow of bob");
        Secret cookie = Secret.of("cookie of bob");
        acme.flow(Samples.flow(flow, Samples.flow().subject()));
        acme.completed(Samples.completing(flow, BOB, cookie, Samples.newSession(new SessionId(new UUID(0, 9)), NOW)));

        Question mixed =
                new Question(Optional.of(Sha256.of(cookie)), question.flow(), QUERY, SHOP, 1, Optional.empty());
        Standing standing = stand(ACME, mixed);

        assertThat(standing.session().map(Session::userName)).contains("bob@acme.example");
        assertThat(standing.resumed().signedIn()).isFalse();
        assertThat(stand(ACME, question)).isEqualTo(signedInForThis);
    }

    @Test
    void resumesNoFlowWithoutASession() {
        Question without = new Question(Optional.empty(), question.flow(), QUERY, SHOP, 1, Optional.empty());

        assertThat(stand(ACME, without)).isEqualTo(standing(true, Optional.empty(), false));
        assertThat(stand(ACME, question)).isEqualTo(signedInForThis);
    }

    @Test
    void knowsADisabledClient() {
        scene.disableClient(ACME, SHOP);

        assertThat(stand(ACME, question).clientIsCurrent()).isFalse();
    }

    @Test
    void knowsAClientThatHasChanged() {
        scene.changeClient(ACME, SHOP);

        assertThat(stand(ACME, question).clientIsCurrent()).isFalse();
    }

    @Test
    void keepsAFlowForTheClientAsItIsNow() {
        scene.changeClient(ACME, SHOP);
        Question fresh = new Question(question.token(), question.flow(), QUERY, SHOP, 2, Optional.empty());

        assertThat(stand(ACME, question)).isEqualTo(standing(false, Optional.of(session), false));
        assertThat(stand(ACME, fresh)).isEqualTo(signedInForThis);
        assertThat(stand(ACME, fresh)).isEqualTo(signedIn);
    }

    @Test
    void standsForAClientThatHasNobodySignedIn() {
        Question nobody = new Question(Optional.empty(), Optional.empty(), QUERY, SHOP, 1, Optional.empty());

        assertThat(stand(ACME, nobody)).isEqualTo(standing(true, Optional.empty(), false));
    }

    private Optional<Session> find(OrgId org, Instant now) {
        return work.one(org, stores -> stores.sessions().find(Sha256.of(COOKIE), IDLE, now));
    }

    private Optional<EndedSession> end(OrgId org, Instant now) {
        return work.call(org, stores -> stores.sessions().end(Sha256.of(COOKIE), IDLE, now));
    }

    protected final Standing stand(OrgId org, Question about) {
        return work.call(org, stores -> stores.sessions().stand(about, IDLE, NOW));
    }

    private void touch(Instant now) {
        work.run(ACME, stores -> stores.sessions().touch(SESSION, now));
    }

    private static Standing standing(boolean current, Optional<Session> session, boolean signedIn) {
        Resumed resumed = new Resumed(signedIn, false);
        return new Standing(current, session, true, resumed, Allowed.NOTHING, TokenPolicy.NONE, Compatibility.STRICT);
    }
}
