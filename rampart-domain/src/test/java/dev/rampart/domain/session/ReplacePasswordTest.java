package dev.rampart.domain.session;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.FLOW;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.PASSWORD;
import static dev.rampart.domain.testing.Samples.QUERY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.session.ReplacePassword.Busy;
import dev.rampart.domain.session.ReplacePassword.Gone;
import dev.rampart.domain.session.ReplacePassword.Mistaken;
import dev.rampart.domain.session.ReplacePassword.Outcome;
import dev.rampart.domain.session.ReplacePassword.Refusal;
import dev.rampart.domain.session.ReplacePassword.Replaced;
import dev.rampart.domain.session.ReplacePassword.Unchanged;
import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.domain.testing.FakePasswordHasher;
import dev.rampart.domain.testing.FakeUnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.user.PasswordRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReplacePasswordTest {

    private static final Secret CHOSEN = Secret.of("a password of one's own");

    private final FakeClock clock = new FakeClock();
    private final FakeUnitOfWork unitOfWork = new FakeUnitOfWork();
    private final FakePasswordHasher hasher = new FakePasswordHasher();
    private final FakeEntropy entropy = new FakeEntropy();
    private final SignIn signIn =
            new SignIn(unitOfWork, hasher, clock, entropy, new SignIn.Settings(SessionLimits.DEFAULT, new Rate(0)));
    private final ReplacePassword useCase =
            new ReplacePassword(unitOfWork, hasher, clock, entropy, SessionLimits.DEFAULT);
    private final Stage acme = new Stage(unitOfWork, ACME);

    @BeforeEach
    void begin() {
        acme.shopAndAda();
        acme.flow(Samples.flow());
        unitOfWork.demandPassword(ACME, ADA);
    }

    @Test
    void startsNoSessionBeforeAnotherPasswordIsChosen() {
        assertThat(signIn(PASSWORD)).isEqualTo(new SignIn.PasswordDemanded());

        AuditEvent event = lastEvent();
        assertThat(event.type()).isEqualTo(AuditEvent.Type.SESSION_STARTED);
        assertThat(event.reason()).contains(SignIn.Refusal.PASSWORD_CHANGE_REQUIRED.name());
        assertThat(useCase.asked(ACME, FLOW, Samples.browser()))
                .contains(new ReplacePassword.Asked("Ada Lovelace", PasswordPolicy.NONE));
    }

    @Test
    void startsASessionWithThePasswordThatWasChosen() {
        signIn(PASSWORD);

        Replaced replaced = (Replaced) replace(CHOSEN);

        assertThat(replaced.request()).isEqualTo(QUERY);
        assertThat(unitOfWork.<Optional<Session>>call(
                        ACME, stores -> stores.sessions().find(Sha256.of(replaced.token()), IDLE, clock.instant())))
                .isPresent();
        assertThat(lastEvents(2)).containsExactly(AuditEvent.Type.PASSWORD_CHANGED, AuditEvent.Type.SESSION_STARTED);
        acme.flow(Samples.flow(Secret.of("second"), NewFlow.Subject.NONE));
        assertThat(signIn.signIn(ACME, new SignIn.Request(Secret.of("second"), Samples.browser(), "ada", CHOSEN)))
                .isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void takesNoPasswordFromWhoDidNotGiveTheRightOne() {
        signIn(Secret.of("a wrong password"));

        assertThat(replace(CHOSEN)).isEqualTo(new Gone());
        assertThat(lastEvent().reason()).contains(Refusal.FLOW_GONE.name());
        assertThat(hasher.hashes()).isEqualTo(1);
    }

    @Test
    void refusesThePasswordThatThereWas() {
        signIn(PASSWORD);

        assertThat(replace(PASSWORD)).isEqualTo(new Unchanged());
        assertThat(lastEvent().reason()).contains(Refusal.PASSWORD_UNCHANGED.name());
        assertThat(replace(CHOSEN)).isInstanceOf(Replaced.class);
    }

    @Test
    void refusesAPasswordThatIsTooShortWithoutHashingIt() {
        signIn(PASSWORD);
        int before = hasher.hashes();

        assertThat(replace(Secret.of("x".repeat(PasswordPolicy.NONE.shortest() - 1))))
                .isEqualTo(new Mistaken(PasswordRules.Mistake.TOO_SHORT));
        assertThat(hasher.hashes()).isEqualTo(before);
    }

    @Test
    void refusesAPasswordWhenThatOfBeforeWasChangedMeanwhile() {
        signIn(PASSWORD);
        unitOfWork.changePassword(ACME, ADA, new PasswordHash("$fake$v=1$another"));

        assertThat(replace(CHOSEN)).isEqualTo(new Gone());
    }

    @Test
    void changesNothingWhenItIsChangedWhileThePasswordIsHashed() {
        signIn(PASSWORD);
        PasswordHash another = new PasswordHash("$fake$v=1$another");
        hasher.meanwhile(() -> unitOfWork.changePassword(ACME, ADA, another));

        assertThat(replace(CHOSEN)).isEqualTo(new Gone());
        assertThat(lastEvent().type()).isEqualTo(AuditEvent.Type.PASSWORD_CHANGED);
        assertThat(lastEvent().reason()).contains(Refusal.FLOW_GONE.name());
    }

    @Test
    void saysWhenThereIsNoRoomForAnotherHash() {
        signIn(PASSWORD);
        hasher.becomeBusy();

        assertThat(replace(CHOSEN)).isEqualTo(new Busy());
    }

    private SignIn.Outcome signIn(Secret password) {
        return signIn.signIn(ACME, new SignIn.Request(FLOW, Samples.browser(), "ada", password));
    }

    private Outcome replace(Secret password) {
        return useCase.replace(ACME, new ReplacePassword.Request(FLOW, Samples.browser(), password));
    }

    private AuditEvent lastEvent() {
        return unitOfWork.auditEvents(ACME).getLast();
    }

    private List<AuditEvent.Type> lastEvents(int count) {
        List<AuditEvent> all = unitOfWork.auditEvents(ACME);
        return all.subList(all.size() - count, all.size()).stream()
                .map(AuditEvent::type)
                .toList();
    }
}
