package dev.rampart.domain.user;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.BOB;
import static dev.rampart.domain.testing.Samples.BROWSER;
import static dev.rampart.domain.testing.Samples.FLOW;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NETWORK;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.session.SignInAttempts;
import dev.rampart.domain.session.SignInAttempts.Begun.Counted;
import dev.rampart.domain.session.SignInAttempts.Known;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code Passwords} promises. */
public abstract class PasswordsContract {

    private final UnitOfWork<Stores> work;
    private final PasswordHash first = new PasswordHash("$fake$v=1$first");
    private final PasswordHash second = new PasswordHash("$fake$v=1$second");

    protected PasswordsContract(Scene scene) {
        this.work = scene.unitOfWork();
        for (OrgId org : List.of(ACME, GLOBEX)) {
            Stage stage = new Stage(work, org);
            stage.user(Samples.ada());
            stage.flow(Samples.flow());
        }
    }

    @Test
    void hidesAPasswordFromOtherOrganizations() {
        add(ACME, first);
        replace(GLOBEX, first, second);

        assertThat(password(GLOBEX)).isEmpty();
        assertThat(password(ACME)).contains(first);
    }

    @Test
    void forgetsWhatWasDoneBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.passwords().add(ADA, first, NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(password(ACME)).isEmpty();
    }

    @Test
    void refusesASecondPassword() {
        add(ACME, first);

        assertThatThrownBy(() -> add(ACME, second)).isInstanceOf(RuntimeException.class);
        assertThat(password(ACME)).contains(first);
    }

    @Test
    void refusesThePasswordOfNobody() {
        assertThatThrownBy(() -> work.run(ACME, stores -> stores.passwords().add(BOB, first, NOW)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void replacesTheHashThatWasVerified() {
        add(ACME, first);
        replace(ACME, first, second);

        assertThat(password(ACME)).contains(second);
    }

    @Test
    void keepsAPasswordThatHasChangedMeanwhile() {
        add(ACME, first);
        replace(ACME, second, new PasswordHash("$fake$v=2$second"));

        assertThat(password(ACME)).contains(first);
    }

    private void add(OrgId org, PasswordHash hash) {
        work.run(org, stores -> stores.passwords().add(ADA, hash, NOW));
    }

    private void replace(OrgId org, PasswordHash verified, PasswordHash better) {
        work.run(org, stores -> stores.passwords().replaceHash(ADA, verified, better));
    }

    private Optional<PasswordHash> password(OrgId org) {
        SignInAttempts.Attempt attempt = new SignInAttempts.Attempt(
                Sha256.of(FLOW), Sha256.of(BROWSER), CanonicalName.of("ada"), NETWORK, new Rate(0));
        SignInAttempts.Begun begun =
                work.one(org, stores -> stores.signInAttempts().begin(attempt, NOW));
        return ((Counted) begun).user().flatMap(Known::password);
    }
}
