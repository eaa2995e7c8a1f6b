package dev.rampart.domain.logout;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.BOB;
import static dev.rampart.domain.testing.Samples.COOKIE;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.SESSION;
import static dev.rampart.domain.testing.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.logout.LogoutNotices.Attempt;
import dev.rampart.domain.logout.LogoutNotices.Room;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.session.SignInFlows;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.work.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code LogoutNotices} promises, and whatever ends a session of it. */
public abstract class LogoutNoticesContract {

    private static final ClientId BLOG = new ClientId("blog");
    private static final ClientId SILENT = new ClientId("silent");
    private static final ClientId MACHINE = new ClientId("machine");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    protected final UnitOfWork<Stores> work;
    private final Stage acme;

    protected LogoutNoticesContract(Scene scene) {
        this.work = scene.unitOfWork();
        this.acme = new Stage(work, ACME);
    }

    /** The lease that attempts are made under. */
    protected abstract Lease lease();

    /** Ada is signed in to two applications that want to be told, to one that does not, and to one without her name. */
    protected final void signedIn() {
        for (ClientId id : List.of(SHOP, BLOG, MACHINE)) {
            acme.client(SampleClient.shop()
                    .id(id.value())
                    .backchannelLogout("https://%s.example/bye".formatted(id.value()))
                    .build());
        }
        acme.client(SampleClient.shop().id(SILENT.value()).build());
        acme.userWithPassword(Samples.ada());
        acme.flow(Samples.flow());
        acme.completed(Samples.completing());
        grant(1, SHOP, "openid email");
        grant(2, SHOP, "openid");
        grant(3, BLOG, "openid");
        grant(4, SILENT, "openid");
        grant(5, MACHINE, "email");
    }

    @Test
    void tellsEachApplicationOnceThatThePersonHasSignedOut() {
        signedIn();
        signOut();

        assertThat(claim()).containsExactlyInAnyOrder(attempt(SHOP, 1), attempt(BLOG, 1));
        assertThat(claim()).isEmpty();
    }

    @Test
    void tellsNobodyOfAnEndThatIsRolledBack() {
        signedIn();
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.sessions().end(Sha256.of(COOKIE), IDLE, NOW);
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(claim()).isEmpty();
    }

    @Test
    void tellsThemThatAllOfAPersonsSessionsHaveEnded() {
        signedIn();
        work.run(ACME, stores -> stores.userRegister().endSessions(ADA, NOW));
        work.run(ACME, stores -> stores.userRegister().endSessions(ADA, NOW));

        assertThat(claim()).containsExactlyInAnyOrder(attempt(SHOP, 1), attempt(BLOG, 1));
    }

    @Test
    void tellsThemThatThePersonIsDeleted() {
        signedIn();
        work.run(ACME, stores -> stores.deletedUsers().add(ADA, NOW, NOW.plus(MINUTE)));

        assertThat(claim()).containsExactlyInAnyOrder(attempt(SHOP, 1), attempt(BLOG, 1));
    }

    @Test
    void tellsThemThatSomebodyElseHasSignedInToTheBrowser() {
        signedIn();
        acme.userWithPassword(Samples.bob());
        Secret flow = Secret.of("flow of bob");
        acme.flow(Samples.flow(flow, Samples.flow().subject()));
        acme.completed(
                Samples.after(COOKIE, Samples.completing(flow, BOB, Secret.of("cookie of bob"), session(9, NOW))));

        assertThat(claim()).containsExactlyInAnyOrder(attempt(SHOP, 1), attempt(BLOG, 1));
    }

    @Test
    void tellsNobodyThatThePersonHasSignedInOnceMore() {
        signedIn();
        Secret flow = Secret.of("another flow");
        acme.flow(Samples.flow(flow, Samples.flow().subject()));
        acme.completed(
                Samples.after(COOKIE, Samples.completing(flow, ADA, Secret.of("another cookie"), session(9, NOW))));

        assertThat(claim()).isEmpty();
    }

    @Test
    void givesNoneToTheBusyAndFewToEach() {
        signedIn();
        signOut();

        assertThat(claim(new Room(10, 10, Set.of(SHOP), NOW.plus(MINUTE)), NOW)).containsExactly(attempt(BLOG, 1));
        assertThat(claim(new Room(10, 0, Set.of(), NOW.plus(MINUTE)), NOW)).isEmpty();
        assertThat(claim(new Room(0, 10, Set.of(), NOW.plus(MINUTE)), NOW)).isEmpty();
        assertThat(claim()).containsExactly(attempt(SHOP, 1));
    }

    @Test
    void triesAgainWhenItIsTimeAndNotWhenItIsDoneOrGivenUp() {
        signedIn();
        signOut();
        List<Attempt> first = claim();
        run(notices -> notices.failed(of(first, SHOP), Undelivered.UNEXPECTED_STATUS, NOW.plusSeconds(5)));
        run(notices -> notices.delivered(of(first, BLOG)));

        assertThat(claim(room(NOW), NOW.plusMillis(4_999))).isEmpty();
        Instant later = NOW.plusSeconds(5);
        List<Attempt> second = claim(room(later), later);
        assertThat(second).containsExactly(attempt(SHOP, 2));

        run(notices -> notices.giveUp(of(second, SHOP), Undelivered.REFUSED, later));
        assertThat(claim(room(later.plus(MINUTE)), later.plus(MINUTE))).isEmpty();
    }

    @Test
    void recordsTheAttemptUnderWayAndNoEarlierOne() {
        signedIn();
        signOut();
        Attempt first = of(claim(), SHOP);
        Instant later = NOW.plus(MINUTE);
        Attempt second = of(claim(room(later), later), SHOP);

        run(notices -> notices.delivered(first));
        run(notices -> notices.giveUp(first, Undelivered.REFUSED, later));
        run(notices -> notices.failed(first, Undelivered.REFUSED, NOW));
        run(notices -> notices.failed(second, Undelivered.REFUSED, later));

        assertThat(of(claim(room(later), later), SHOP)).isEqualTo(attempt(SHOP, 3));
    }

    @Test
    void showsNothingToAnotherOrganization() {
        signedIn();
        signOut();

        assertThat(work.<List<Attempt>>call(
                        GLOBEX, stores -> stores.logoutNotices().claim(lease(), room(NOW), NOW)))
                .isEmpty();
    }

    protected final void signOut() {
        assertThat(work.<Optional<?>>call(ACME, stores -> stores.sessions().end(Sha256.of(COOKIE), IDLE, NOW)))
                .isPresent();
    }

    protected final List<Attempt> claim() {
        return claim(room(NOW), NOW);
    }

    protected final List<Attempt> claim(Room room, Instant now) {
        return claim(lease(), room, now);
    }

    protected final List<Attempt> claim(Lease under, Room room, Instant now) {
        return work.call(ACME, stores -> stores.logoutNotices().claim(under, room, now));
    }

    protected static Room room(Instant now) {
        return new Room(10, 10, Set.of(), now.plus(MINUTE));
    }

    protected static Attempt attempt(ClientId client, int number) {
        return new Attempt(new LogoutNotice(SESSION, client, ADA, NOW), number);
    }

    protected final void run(Consumer<LogoutNotices> act) {
        work.run(ACME, stores -> act.accept(stores.logoutNotices()));
    }

    private static Attempt of(List<Attempt> attempts, ClientId client) {
        return attempts.stream()
                .filter(attempt -> attempt.notice().client().equals(client))
                .findFirst()
                .orElseThrow();
    }

    private static SignInFlows.NewSession session(int number, Instant now) {
        return Samples.newSession(new SessionId(new UUID(0, number)), now);
    }

    private void grant(int number, ClientId client, String scopes) {
        UserGrant like = Samples.userGrant();
        UserGrant grant = new UserGrant(
                new GrantId(new UUID(1, number)),
                ADA,
                client,
                SESSION,
                like.authentication(),
                Samples.scopes(scopes),
                like.resources(),
                like.claims(),
                false);
        work.run(ACME, stores -> stores.userGrants().add(grant, NOW));
    }
}
