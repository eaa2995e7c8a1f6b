package dev.rampart.domain.setup;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.Target;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.setup.CompleteSetup.Busy;
import dev.rampart.domain.setup.CompleteSetup.Completed;
import dev.rampart.domain.setup.CompleteSetup.Gone;
import dev.rampart.domain.setup.CompleteSetup.Mistaken;
import dev.rampart.domain.setup.CompleteSetup.Outcome;
import dev.rampart.domain.setup.CompleteSetup.Refusal;
import dev.rampart.domain.setup.CompleteSetup.Request;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakePasswordHasher;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompleteSetupTest {

    private static final String EMAIL = "root@acme.example";

    private final FakeClock clock = new FakeClock();
    private final FakeEntropy entropy = new FakeEntropy();
    private final FakeUnitOfWork unitOfWork = new FakeUnitOfWork();
    private final FakePasswordHasher hasher = new FakePasswordHasher();
    private final OpenSetup open = new OpenSetup(unitOfWork, clock, entropy);
    private final ShowSetup show = new ShowSetup(unitOfWork, clock);
    private final CompleteSetup useCase = new CompleteSetup(unitOfWork, hasher, clock, entropy);
    private final Secret link = open.open(ACME).orElseThrow();

    @Test
    void makesAnAdministrator() {
        Completed completed = (Completed) complete(link, EMAIL, PASSWORD);

        assertThat(holds(Role.INSTANCE_ADMIN)).isTrue();
        assertThat(holds(Role.OWNER)).isTrue();
        assertThat(hasher.hashes()).isEqualTo(1);
        List<AuditEvent> events = unitOfWork.auditEvents(ACME);
        assertThat(events)
                .extracting(AuditEvent::type)
                .containsExactly(
                        AuditEvent.Type.SETUP_OPENED, AuditEvent.Type.USER_CREATED, AuditEvent.Type.SETUP_COMPLETED);
        assertThat(events.getLast().outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
        assertThat(events.getLast().target().map(Target::id))
                .contains(completed.user().toString());
        assertThat(events.toString()).doesNotContain(link.reveal(), PASSWORD.reveal());
    }

    @Test
    void worksOnce() {
        complete(link, EMAIL, PASSWORD);

        assertThat(show.show(ACME, link)).isEmpty();
        assertThat(complete(link, "second@acme.example", PASSWORD)).isEqualTo(new Gone());
        assertRefused(Refusal.LINK_USED);
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void showsALinkAsOftenAsItIsAskedFor() {
        assertThat(show.show(ACME, link)).isPresent();
        assertThat(show.show(ACME, link)).isPresent();
        assertThat(show.show(ACME, Secret.of("another"))).isEmpty();
    }

    @Test
    void refusesALinkThatNobodyMadeWithoutHashing() {
        assertThat(complete(Secret.of("another"), EMAIL, PASSWORD)).isEqualTo(new Gone());

        assertRefused(Refusal.LINK_UNKNOWN);
        assertThat(hasher.hashes()).isZero();
    }

    @Test
    void refusesALinkThatHasExpired() {
        clock.advance(Duration.ofHours(24));

        assertThat(complete(link, EMAIL, PASSWORD)).isEqualTo(new Gone());
        assertRefused(Refusal.LINK_EXPIRED);
    }

    @Test
    void refusesALinkThatANewerOneReplaced() {
        Secret newer = open.open(ACME).orElseThrow();

        assertThat(complete(link, EMAIL, PASSWORD)).isEqualTo(new Gone());
        assertThat(complete(newer, EMAIL, PASSWORD)).isInstanceOf(Completed.class);
    }

    @Test
    void refusesOnceThereIsAnAdministrator() {
        new Stage(unitOfWork, ACME).userWithPassword(Samples.ada());
        new Stage(unitOfWork, ACME).role(ADA, Role.INSTANCE_ADMIN);

        assertThat(complete(link, EMAIL, PASSWORD)).isEqualTo(new Gone());
        assertRefused(Refusal.LINK_NEEDLESS);
        assertThat(open.open(ACME)).isEmpty();
    }

    @Test
    void leavesTheLinkOpenWhenTheAddressIsTaken() {
        new Stage(unitOfWork, ACME).userWithPassword(Samples.ada());

        assertThat(complete(link, "ADA@acme.example", PASSWORD))
                .isEqualTo(new Mistaken(Set.of(SetupMistake.EMAIL_TAKEN), PasswordPolicy.NONE));

        assertRefused(Refusal.EMAIL_TAKEN);
        assertThat(complete(link, EMAIL, PASSWORD)).isInstanceOf(Completed.class);
    }

    @Test
    void leavesTheLinkOpenWhenThereIsNoRoomForAHash() {
        hasher.becomeBusy();

        assertThat(complete(link, EMAIL, PASSWORD)).isEqualTo(new Busy(PasswordPolicy.NONE));

        assertRefused(Refusal.BUSY);
        assertThat(show.show(ACME, link)).isPresent();
    }

    @Test
    void asksForAPasswordOfFifteenCharactersAsPeopleCountThem() {
        assertThat(complete(link, EMAIL, Secret.of("🗝".repeat(14))))
                .isEqualTo(new Mistaken(Set.of(SetupMistake.PASSWORD_TOO_SHORT), PasswordPolicy.NONE));
        assertRefused(Refusal.MISTAKEN);
        assertThat(complete(link, EMAIL, Secret.of("x".repeat(257))))
                .isEqualTo(new Mistaken(Set.of(SetupMistake.PASSWORD_TOO_LONG), PasswordPolicy.NONE));
        assertThat(hasher.hashes()).isZero();
        assertThat(complete(link, EMAIL, Secret.of("x".repeat(15)))).isInstanceOf(Completed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "root", "root@", "@acme.example", "a b@acme.example", "a@b@acme.example"})
    void asksForAnEmailAddress(String email) {
        assertThat(complete(link, email, Secret.of("short")))
                .isEqualTo(new Mistaken(
                        Set.of(SetupMistake.EMAIL_INVALID, SetupMistake.PASSWORD_TOO_SHORT), PasswordPolicy.NONE));
    }

    @Test
    void doesNotTakeANameThatIsTooLong() {
        Request request = new Request(link, EMAIL, Optional.of("x".repeat(257)), PASSWORD, Samples.ORIGIN);

        assertThat(useCase.complete(ACME, request))
                .isEqualTo(new Mistaken(Set.of(SetupMistake.NAME_TOO_LONG), PasswordPolicy.NONE));
    }

    private Outcome complete(Secret secret, String email, Secret password) {
        return useCase.complete(ACME, new Request(secret, email, Optional.of(" Root "), password, Samples.ORIGIN));
    }

    private boolean holds(Role role) {
        return unitOfWork.<Boolean>one(ACME, stores -> stores.roles().isHeldByAPerson(role));
    }

    private void assertRefused(Refusal why) {
        AuditEvent event = unitOfWork.auditEvents(ACME).getLast();
        assertThat(event.type()).isEqualTo(AuditEvent.Type.SETUP_COMPLETED);
        assertThat(event.reason()).contains(why.name());
        assertThat(event.origin()).isEqualTo(Samples.ORIGIN);
    }
}
