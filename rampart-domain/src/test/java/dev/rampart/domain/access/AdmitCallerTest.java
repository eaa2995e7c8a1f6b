package dev.rampart.domain.access;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.access.AdmitCaller.Admitted;
import dev.rampart.domain.access.AdmitCaller.Limited;
import dev.rampart.domain.access.AdmitCaller.Outcome;
import dev.rampart.domain.access.AdmitCaller.Refusal;
import dev.rampart.domain.access.AdmitCaller.Refused;
import dev.rampart.domain.access.Callers.Answer;
import dev.rampart.domain.access.Callers.Identity;
import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.AuditEvents;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AdmitCallerTest {

    private final FakeClock clock = new FakeClock();
    private final List<AuditEvent> events = new ArrayList<>();
    private Answer answer = new Answer.Gone();
    private final AdmitCaller useCase = new AdmitCaller(
            new OneAnswer(), clock, new FakeEntropy(), new AdmitCaller.Settings(new Rate(600), Duration.ofHours(12)));

    /** A database that has this to say of every caller. */
    private final class OneAnswer implements UnitOfWork<AccessStores> {

        @Override
        public <T extends @Nullable Object> T call(OrgId org, Function<? super AccessStores, T> work) {
            return work.apply(new AccessStores() {
                @Override
                public Callers callers() {
                    return (asking, now) -> answer;
                }

                @Override
                public AuditEvents auditEvents() {
                    return events::add;
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void letsTheAuditorReadAndNothingElse(Permission permission) {
        holds(Role.AUDITOR);

        Outcome outcome = admit(ACME, permission);

        assertThat(outcome instanceof Admitted).isEqualTo(permission.isReading());
    }

    @Test
    void tellsWhatIsLeftOfTheRate() {
        holds(Role.OWNER);

        Admitted admitted = (Admitted) admit(ACME, Permission.USER_READ);

        assertThat(admitted.quota()).isEqualTo(new Quota(600, 599, Duration.ofMillis(100)));
        assertThat(events).isEmpty();
    }

    @Test
    void refusesAnotherOrganizationAndOneThatIsNotThereAlike() {
        holds(Role.OWNER);

        assertThat(admit(GLOBEX, Permission.USER_READ)).isEqualTo(new Refused(Refusal.FOREIGN_ORGANIZATION));
        assertThat(useCase.admit(ACME, request(Optional.empty(), Permission.USER_READ)))
                .isEqualTo(new Refused(Refusal.FOREIGN_ORGANIZATION));
        assertThat(events).allMatch(event -> event.reason().equals(Optional.of("FOREIGN_ORGANIZATION")));
    }

    @Test
    void namesTheOrganizationOfWhoeverComesFromElsewhere() {
        holds(Role.INSTANCE_ADMIN);

        Admitted admitted = (Admitted) admit(GLOBEX, Permission.ORGANIZATION_DELETE);

        assertThat(admitted.authority().cause().actor().organization()).contains(ACME);
        assertThat(admitted.authority().permissions()).containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void refusesAPermissionThatNoRoleHolds() {
        holds(Role.HELPDESK, Role.AUDITOR);

        assertThat(admit(ACME, Permission.ROLE_ASSIGN)).isEqualTo(new Refused(Refusal.PERMISSION_MISSING));
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().actor().id()).contains("boss");
    }

    @Test
    void refusesATokenBehindWhichNothingStandsAnyMore() {
        assertThat(admit(ACME, Permission.USER_READ)).isEqualTo(new Refused(Refusal.TOKEN_GONE));
        assertThat(events.getFirst().actor()).isEqualTo(Actor.ANONYMOUS);
    }

    @Test
    void tellsHowLongToWait() {
        answer = new Answer.Limited(Samples.NOW.plusSeconds(7));

        assertThat(admit(ACME, Permission.USER_READ)).isEqualTo(new Limited(Duration.ofSeconds(7)));
    }

    private void holds(Role... roles) {
        answer =
                new Answer.Known(Actor.client("boss"), Optional.empty(), Rights.of(roles), Samples.NOW.plusMillis(100));
    }

    private Outcome admit(OrgId target, Permission permission) {
        return useCase.admit(ACME, request(Optional.of(target), permission));
    }

    private static AdmitCaller.Request request(Optional<OrgId> target, Permission permission) {
        return new AdmitCaller.Request(
                new Identity.ServiceAccount(new ClientId("boss")),
                "a token",
                Sha256.of(Secret.of("token")),
                target,
                permission,
                Samples.ORIGIN);
    }
}
