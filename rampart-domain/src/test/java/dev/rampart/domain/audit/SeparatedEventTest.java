package dev.rampart.domain.audit;

import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.testing.FakeEntropy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SeparatedEventTest {

    private static final Actor ADA = Actor.user("ada's id", "Ada");
    private static final Target EVE = new Target(Target.Kind.USER, "eve's id", Optional.of("Evelyn"));
    private static final Change EMAIL = new Change(Optional.empty(), Optional.of("eve@example.org"));
    private static final Change ENABLED = new Change(Optional.of("true"), Optional.of("false"));

    private final AuditEvent event = AuditEvent.of(
                    AuditEventId.of(NOW, new FakeEntropy()), AuditEvent.Type.USER_UPDATED, ADA, NOW)
            .withTarget(EVE)
            .withOrigin(ORIGIN)
            .withChanges(Map.of("email", EMAIL, "enabled", ENABLED));

    @Test
    void takesOutWhoActedAndFromWhere() {
        PersonalPart ofActor = SeparatedEvent.of(event).ofActor().orElseThrow();

        assertThat(ofActor)
                .isEqualTo(new PersonalPart(
                        Optional.of("Ada"), Optional.of(ORIGIN.ip()), ORIGIN.userAgent(), new TreeMap<>()));
    }

    @Test
    void takesOutWhatIsSaidOfWhomItWasDoneTo() {
        PersonalPart ofTarget = SeparatedEvent.of(event).ofTarget().orElseThrow();

        assertThat(ofTarget.name()).contains("Evelyn");
        assertThat(ofTarget.ip()).isEmpty();
        assertThat(ofTarget.changes()).containsExactly(Map.entry("email", EMAIL));
    }

    @Test
    void leavesIdsAndWhatTellsNothingOfAnybody() {
        AuditEvent rest = SeparatedEvent.of(event).rest();

        assertThat(rest.actor().id()).contains("ada's id");
        assertThat(rest.target().map(Target::id)).contains("eve's id");
        assertThat(rest.origin().requestId()).isEqualTo(ORIGIN.requestId());
        assertThat(rest.changes().get("enabled")).isEqualTo(ENABLED);
        assertThat(rest.changes().get("email")).isEqualTo(new Change(Optional.empty(), Optional.empty()));
        assertThat(rest.toString()).doesNotContain("Ada", "Evelyn", "example.org", ORIGIN.ip());
    }

    @Test
    void takesWhoeverHasNotSaidWhoTheyAreForTheOneWhomItIsAbout() {
        SeparatedEvent separated = SeparatedEvent.of(event.by(Actor.ANONYMOUS));

        assertThat(separated.ofActor()).isEmpty();
        assertThat(separated.ofTarget().flatMap(PersonalPart::ip)).contains(ORIGIN.ip());
        assertThat(separated.rest().origin().ip()).isEmpty();
    }

    @Test
    void leavesAnEventAsItIsThatIsAboutNobody() {
        AuditEvent byAnApplication = event.by(Actor.client("shop")).withTarget(Target.of(Target.Kind.CLIENT, "other"));

        SeparatedEvent separated = SeparatedEvent.of(byAnApplication);

        assertThat(separated.rest()).isEqualTo(byAnApplication);
        assertThat(separated.ofActor()).isEmpty();
        assertThat(separated.ofTarget()).isEmpty();
    }

    @Test
    void leavesOutTheAddressThatAnInvitationIsCalledBy() {
        Target invitation = new Target(Target.Kind.INVITATION, "1", Optional.of("eve@example.org"));

        SeparatedEvent separated = SeparatedEvent.of(event.withTarget(invitation));

        assertThat(separated.rest().target()).contains(Target.of(Target.Kind.INVITATION, "1"));
    }

    @Test
    void readsAPartAsItWasWritten() {
        PersonalPart part = new PersonalPart(
                Optional.of("Ada \u2603"), Optional.empty(), Optional.of(""), new TreeMap<>(Map.of("email", EMAIL)));

        assertThat(PersonalPart.of(part.bytes())).isEqualTo(part);
    }
}
