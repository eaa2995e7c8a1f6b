package dev.rampart.domain.settings;

import static dev.rampart.domain.testing.Samples.ACME;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.audit.Change;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.settings.ChangeSettings.Changed;
import dev.rampart.domain.settings.ChangeSettings.Refusal;
import dev.rampart.domain.settings.ChangeSettings.Refused;
import dev.rampart.domain.settings.ChangeSettings.Request;
import dev.rampart.domain.settings.ChangeSettings.Unknown;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakeUnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ChangeSettingsTest {

    private static final Authority MAY = new Authority(Cause.SYSTEM, Set.of(Permission.SETTINGS_WRITE), Set.of());

    private final FakeUnitOfWork unitOfWork = new FakeUnitOfWork();
    private final ChangeSettings useCase =
            new ChangeSettings(unitOfWork, _ -> Branding.NONE, new FakeClock(), new FakeEntropy());
    private final ReadSettings read = new ReadSettings(unitOfWork);

    @Test
    void changesWhatIsAskedForAndTellsItFieldByField() {
        Changed changed = (Changed) useCase.change(ACME, request(Expected.version(1), MAY));

        assertThat(changed.settings()).isEqualTo(read.read(ACME));
        assertThat(changed.settings().version()).isEqualTo(2);
        AuditEvent event = onlyEvent();
        assertThat(event.type()).isEqualTo(AuditEvent.Type.SETTINGS_UPDATED);
        assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
        assertThat(event.changes())
                .containsExactly(
                        entry("password.blocked_words", Change.to("acme")),
                        entry("password.min_length", Change.to("20")));
    }

    @Test
    void refusesWhoeverReadAnOlderVersionAndRemembersIt() {
        useCase.change(ACME, request(Expected.ANY, MAY));
        OrganizationSettings before = read.read(ACME);

        assertThat(useCase.change(ACME, request(Expected.version(1), MAY))).isEqualTo(new Refused(Refusal.STALE));

        assertThat(read.read(ACME)).isEqualTo(before);
        assertThat(unitOfWork.auditEvents(ACME).getLast().reason()).contains("STALE");
    }

    @Test
    void refusesWhoeverMayNotAndRemembersIt() {
        Authority reader = new Authority(Cause.SYSTEM, Set.of(Permission.SETTINGS_READ), Set.of());

        assertThat(useCase.change(ACME, request(Expected.ANY, reader)))
                .isEqualTo(new Refused(Refusal.PERMISSION_MISSING));

        assertThat(read.read(ACME)).isEqualTo(OrganizationSettings.NONE);
        assertThat(onlyEvent().reason()).contains("PERMISSION_MISSING");
    }

    @Test
    void knowsNoSettingsOfNobody() {
        assertThat(useCase.change(new OrgId(new UUID(3, 3)), request(Expected.ANY, MAY)))
                .isEqualTo(new Unknown());
    }

    private static Request request(Expected expected, Authority by) {
        return new Request(
                before -> new OrganizationSettings(
                        new PasswordPolicy(Optional.of(20), Optional.empty(), List.of("acme")),
                        before.session(),
                        before.token(),
                        before.clientRegistration(),
                        before.compatibility(),
                        before.branding(),
                        before.version()),
                expected,
                by);
    }

    private AuditEvent onlyEvent() {
        assertThat(unitOfWork.auditEvents(ACME)).hasSize(1);
        return unitOfWork.auditEvents(ACME).getFirst();
    }
}
