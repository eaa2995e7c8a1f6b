package dev.rampart.domain.logout;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.outbound.Outbound;
import dev.rampart.domain.outbound.Outbound.Answer;
import dev.rampart.domain.outbound.Outbound.Answered;
import dev.rampart.domain.outbound.Outbound.NotReached;
import dev.rampart.domain.session.SessionLimits;
import dev.rampart.domain.session.SignOut;
import dev.rampart.domain.testing.FakeClientDirectory;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.work.Chore.Next;
import dev.rampart.domain.work.Lease;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeliverLogoutsTest {

    private static final Lease LEASE = new Lease("logout", 1);
    private static final String SHOP = "https://shop.example/bye";
    private static final String BLOG = "https://blog.example/bye";
    private static final Answer YES = new Answered(200, Optional.empty(), "");

    private final FakeUnitOfWork work = new FakeUnitOfWork();
    private final FakeClock clock = new FakeClock();
    private final Map<URI, Answer> answers = new ConcurrentHashMap<>();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final List<String> woken = new ArrayList<>();
    private final CallClient client = new CallClient(
            new FakeClientDirectory(work),
            (_, to, notice) ->
                    "token-of-" + notice.session() + "-for-" + to.id().value(),
            new Receivers());
    private final DeliverLogouts deliver =
            new DeliverLogouts((_, _) -> List.of(ACME), work, client, clock, new FakeEntropy());

    @BeforeEach
    void signInToShopAndBlog() {
        Stage acme = new Stage(work, ACME);
        acme.client(SampleClient.shop().backchannelLogout(SHOP).build());
        acme.client(SampleClient.shop().id("blog").backchannelLogout(BLOG).build());
        acme.userWithPassword(Samples.ada());
        acme.flow(Samples.flow());
        acme.completed(Samples.completing());
        grant(1, Samples.SHOP);
        grant(2, new ClientId("blog"));
        answers.put(URI.create(SHOP), YES);
        answers.put(URI.create(BLOG), new Answered(204, Optional.empty(), ""));
    }

    @Test
    void tellsEachApplicationOnceAndRecordsIt() {
        signOut();

        assertThat(woken).containsExactly(deliver.name());
        assertThat(deliver.turn(LEASE)).isEqualTo(Next.AT_ONCE);
        assertThat(deliver.turn(LEASE)).isEqualTo(Next.LATER);

        assertThat(told)
                .containsExactlyInAnyOrder(
                        SHOP + " logout_token=token-of-" + SESSION + "-for-shop",
                        BLOG + " logout_token=token-of-" + SESSION + "-for-blog");
        assertThat(deliveries()).hasSize(2).allSatisfy(event -> {
            assertThat(event.reason()).isEmpty();
            assertThat(event.session()).contains(SESSION.toString());
            assertThat(event.changes()).containsEntry("attempts", Change.to("1"));
        });
    }

    @Test
    void triesAgainLaterAndLaterUntilItIsHeard() {
        answers.put(URI.create(SHOP), new NotReached(Outbound.Reason.NO_CONNECTION));
        signOut();

        for (int seconds : List.of(5, 10, 20)) {
            deliver.turn(LEASE);
            int before = told.size();
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            deliver.turn(LEASE);
            assertThat(told).hasSize(before);
            clock.advance(Duration.ofMillis(1));
        }
        answers.put(URI.create(SHOP), YES);
        deliver.turn(LEASE);

        assertThat(told).filteredOn(call -> call.startsWith(SHOP)).hasSize(4);
        assertThat(deliveries())
                .filteredOn(event -> event.changes().containsValue(Change.to("4")))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEmpty());
    }

    @Test
    void givesUpAfterSomeAttemptsAndSaysWhy() {
        answers.put(URI.create(SHOP), new Answered(503, Optional.empty(), ""));
        signOut();

        for (int i = 0; i < 2 * DeliverLogouts.ATTEMPTS_MAX; i++) {
            deliver.turn(LEASE);
            clock.advance(DeliverLogouts.waitAfter(Math.min(i + 1, DeliverLogouts.ATTEMPTS_MAX)));
        }

        assertThat(told).filteredOn(call -> call.startsWith(SHOP)).hasSize(DeliverLogouts.ATTEMPTS_MAX);
        assertThat(reasons()).containsExactly("UNEXPECTED_STATUS");
    }

    @Test
    void triesOnceWhatIsFoundLate() {
        answers.put(URI.create(SHOP), new NotReached(Outbound.Reason.TOO_LATE));
        signOut();
        clock.advance(DeliverLogouts.AGE_MAX);

        deliver.turn(LEASE);

        assertThat(told).hasSize(2);
        assertThat(reasons()).containsExactly("TOO_LATE");
    }

    @Test
    void takesANoForAnAnswer() {
        answers.put(URI.create(SHOP), new Answered(400, Optional.empty(), ""));
        signOut();

        deliver.turn(LEASE);

        assertThat(reasons()).containsExactly("REFUSED");
        clock.advance(DeliverLogouts.AGE_MAX);
        assertThat(deliver.turn(LEASE)).isEqualTo(Next.LATER);
    }

    @Test
    void holdsNobodyUpForOneThatIsSlow() throws Exception {
        answers.remove(URI.create(SHOP));
        signOut();

        deliver.turn(LEASE);

        assertThat(deliveries()).hasSize(1);
        slow.countDown();
        for (int i = 0; i < 1000 && deliveries().size() < 2; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(deliveries()).hasSize(2);
    }

    @Test
    void throwsWhatIsAFaultOfOurs() {
        DeliverLogouts broken = new DeliverLogouts(
                (_, _) -> List.of(ACME),
                work,
                new CallClient(
                        new FakeClientDirectory(work),
                        (_, _, _) -> {
                            throw new IllegalStateException("no key");
                        },
                        new Receivers()),
                clock,
                new FakeEntropy());
        signOut();

        assertThatThrownBy(() -> broken.turn(LEASE)).hasRootCauseMessage("no key");
        clock.advance(DeliverLogouts.CLAIM);
        deliver.turn(LEASE);

        assertThat(deliveries()).hasSize(2);
    }

    private void signOut() {
        SignOut signOut = new SignOut(work, clock, new FakeEntropy(), SessionLimits.DEFAULT, woken::add);
        assertThat(signOut.signOut(ACME, Samples.signedInBrowser())).isPresent();
    }

    private List<AuditEvent> deliveries() {
        return work.auditEvents(ACME).stream()
                .filter(event -> event.type() == AuditEvent.Type.LOGOUT_DELIVERED)
                .toList();
    }

    private List<String> reasons() {
        return deliveries().stream().flatMap(event -> event.reason().stream()).toList();
    }

    private void grant(int number, ClientId client) {
        UserGrant like = Samples.userGrant();
        UserGrant grant = new UserGrant(
                new GrantId(new UUID(1, number)),
                ADA,
                client,
                SESSION,
                like.authentication(),
                like.scopes(),
                like.resources(),
                like.claims(),
                false);
        work.run(ACME, stores -> stores.userGrants().add(grant, Samples.NOW));
    }

    /** Answers as told; where nothing was told, it takes its time. */
    private final class Receivers implements Outbound {

        @Override
        public Answer fetch(URI uri, Limits limits) {
            throw new IllegalStateException("nothing is fetched");
        }

        @Override
        public Answer post(URI uri, Content content, Limits limits) {
            told.add(uri + " " + content.text());
            Answer answer = answers.get(uri);
            if (answer != null) {
                return answer;
            }
            try {
                slow.await();
                return YES;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
