package dev.rampart.persistence.mail;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.mail.DeliverMail;
import dev.rampart.domain.mail.Mail;
import dev.rampart.domain.mail.MailAddress;
import dev.rampart.domain.mail.MailBacklog.Backlog;
import dev.rampart.domain.mail.MailId;
import dev.rampart.domain.mail.MailSender.Delivery;
import dev.rampart.domain.mail.Outbox.Attempt;
import dev.rampart.domain.mail.OutgoingMail;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeVault;
import dev.rampart.domain.work.Chore.Next;
import dev.rampart.domain.work.Lease;
import dev.rampart.domain.work.Leases.Claim;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.PostgresUnitOfWork;
import dev.rampart.persistence.Race;
import dev.rampart.persistence.TestPostgres;
import dev.rampart.persistence.work.PostgresLeases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The outbox, and {@link DeliverMail} upon it. */
final class PostgresOutboxTest {

    private final DataSource database = TestPostgres.emptied();
    private final UnitOfWork<Stores> work = new PostgresUnitOfWork(database, new FakeVault());
    private final PostgresScene scene = new PostgresScene(work);
    private final FakeClock clock = new FakeClock();
    private final Queue<OutgoingMail> sent = new ConcurrentLinkedQueue<>();
    private final PostgresDueMail due = new PostgresDueMail(database);
    private final Lease lease = new PostgresLeases(database)
            .take(DeliverMail.NAME, new Claim("node", NOW, NOW.plusSeconds(30)))
            .orElseThrow();

    private volatile Delivery answer = new Delivery.Sent();
    private final DeliverMail deliver = new DeliverMail(due, work, this::send, clock);

    @Test
    void sendsAMailAsItWasWrittenAndForgetsIt() {
        add(ACME, 1);

        assertThat(deliver.turn(lease)).isEqualTo(Next.AT_ONCE);
        assertThat(deliver.turn(lease)).isEqualTo(Next.LATER);

        assertThat(sent).containsExactly(mail(1));
        assertThat(scene.rows(ACME, "SELECT mail_id FROM outbox")).isEmpty();
    }

    @Test
    void keepsWhatIsInAMailSealed() {
        add(ACME, 1);

        byte[] text = scene.rows(ACME, "SELECT recipient || subject || text_part || html_part FROM outbox")
                .getFirst()
                .get(0, byte[].class);

        assertThat(new String(text, StandardCharsets.ISO_8859_1))
                .doesNotContain("ada@example.org", "The subject", "A secret");
    }

    @Test
    void sendsNothingForAChangeThatIsRolledBack() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.outbox().add(mail(1));
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(deliver.turn(lease)).isEqualTo(Next.LATER);
        assertThat(sent).isEmpty();
    }

    @Test
    void takesOrganizationsInTurn() {
        IntStream.range(0, 3).forEach(i -> add(ACME, i));
        clock.advance(Duration.ofSeconds(1));
        add(GLOBEX, 9);

        deliver.turn(lease);

        assertThat(sent).hasSize(2).contains(mail(9));
    }

    @Test
    void triesAgainLaterAndLater() {
        add(ACME, 1);
        answer = new Delivery.Failed("SMTP 451");

        for (Duration wait : List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4))) {
            deliver.turn(lease);
            int before = sent.size();
            clock.advance(wait.minusMillis(1));
            deliver.turn(lease);
            assertThat(sent).hasSize(before);
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(scene.rows(ACME, "SELECT failure FROM outbox").getFirst().get(0))
                .isEqualTo("SMTP 451");
    }

    @Test
    void givesAMailUpAfterSomeAttemptsAndForgetsWhatWasInIt() {
        add(ACME, 1);
        answer = new Delivery.Failed("SMTP 451");

        for (int i = 0; i < 2 * DeliverMail.ATTEMPTS_MAX; i++) {
            deliver.turn(lease);
            clock.advance(Duration.ofHours(4));
        }

        assertThat(sent).hasSize(DeliverMail.ATTEMPTS_MAX);
        assertThat(scene.rows(ACME, "SELECT num_nonnulls(recipient, subject, text_part, html_part) FROM outbox")
                        .getFirst()
                        .get(0))
                .isEqualTo(0);
    }

    @Test
    void givesAMailUpAtOnceThatIsRefusedForGood() {
        add(ACME, 1);
        answer = new Delivery.Refused("SMTP 550");

        deliver.turn(lease);
        clock.advance(Duration.ofDays(1));
        deliver.turn(lease);

        assertThat(sent).hasSize(1);
    }

    @Test
    void countsTheMailOfAllOrganizationsThatIsNotSent() {
        add(ACME, 1);
        answer = new Delivery.Refused("SMTP 550");
        deliver.turn(lease);
        work.run(ACME, stores -> stores.outbox().add(mail(2, NOW.plusSeconds(120))));
        work.run(GLOBEX, stores -> stores.outbox().add(mail(3, NOW.plusSeconds(60))));

        assertThat(new PostgresMailBacklog(database).look())
                .isEqualTo(new Backlog(2, 1, Optional.of(NOW.plusSeconds(60))));
    }

    @Test
    void waitsWithAllMailWhenNobodyAnswers() {
        add(ACME, 1);
        add(GLOBEX, 2);
        answer = new Delivery.Unreachable("no connection");

        assertThat(deliver.turn(lease)).isEqualTo(Next.LATER);

        assertThat(sent).hasSize(1);
    }

    @Test
    void claimsEachMailOnceHoweverManyTryTogether() throws Exception {
        IntStream.range(0, 10).forEach(i -> add(ACME, i));

        List<Optional<Attempt>> claims = Race.of(i -> claim(lease));

        assertThat(claims)
                .filteredOn(Optional::isPresent)
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(10);
        assertThat(claims).filteredOn(Optional::isPresent).isNotEmpty();
    }

    @Test
    void givesNothingToWhoeverHoldsTheLeaseNoMore() {
        add(ACME, 1);

        assertThat(claim(new Lease(lease.name(), lease.fence() - 1))).isEmpty();
        assertThat(claim(lease)).isPresent();
    }

    @Test
    void recordsTheAttemptUnderWayAndNoEarlierOne() {
        add(ACME, 1);
        Attempt first = claim(lease).orElseThrow();
        clock.advance(Duration.ofMinutes(5));
        Attempt second = claim(lease).orElseThrow();

        work.run(ACME, stores -> stores.outbox().giveUp(first, "late", clock.instant()));
        work.run(ACME, stores -> stores.outbox().failed(first, "late", clock.instant()));
        assertThat(claim(lease)).isEmpty();
        work.run(ACME, stores -> stores.outbox().sent(second));

        assertThat(scene.rows(ACME, "SELECT mail_id FROM outbox")).isEmpty();
    }

    @Test
    void showsNoMailToAnotherOrganization() {
        add(ACME, 1);

        assertThat(work.<Optional<Attempt>>call(
                        GLOBEX, stores -> stores.outbox().claim(lease, NOW, NOW)))
                .isEmpty();
        assertThat(due.organizations(NOW, 10)).containsExactly(ACME);
    }

    private Optional<Attempt> claim(Lease under) {
        Instant now = clock.instant();
        return work.call(ACME, stores -> stores.outbox().claim(under, now, now.plus(Duration.ofMinutes(5))));
    }

    private Delivery send(OutgoingMail mail) {
        sent.add(mail);
        return answer;
    }

    private void add(OrgId org, int number) {
        work.run(org, stores -> stores.outbox().add(mail(number)));
    }

    private static OutgoingMail mail(int number) {
        return mail(number, NOW);
    }

    private static OutgoingMail mail(int number, Instant written) {
        Mail mail = new Mail("Acme", new MailAddress("ada@example.org"), "The subject", "A secret", "<p>A secret</p>");
        return new OutgoingMail(new MailId(new UUID(0, number)), mail, written);
    }
}
