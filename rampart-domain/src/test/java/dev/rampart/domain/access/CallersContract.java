package dev.rampart.domain.access;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.GRANT;
import static dev.rampart.domain.testing.Samples.IDLE;
import static dev.rampart.domain.testing.Samples.NOW;
import static dev.rampart.domain.testing.Samples.SESSION;
import static dev.rampart.domain.testing.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.Stores;
import dev.rampart.domain.access.Callers.Answer;
import dev.rampart.domain.access.Callers.Identity;
import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.Rate;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code Callers} promises. */
public abstract class CallersContract {

    private static final Sha256 TOKEN = Sha256.of(Secret.of("token"));
    private static final Identity PERSON = new Identity.Person(GRANT);
    private static final Identity ACCOUNT = new Identity.ServiceAccount(SHOP);

    private final Scene scene;
    private final UnitOfWork<Stores> work;

    protected CallersContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
    }

    @BeforeEach
    void signAdaInForTheShop() {
        Stage acme = new Stage(work, ACME);
        acme.issuedCode();
        acme.role(ADA, Role.HELPDESK);
        work.run(ACME, stores -> stores.roles().assign(new RoleHolder(RoleHolder.Kind.CLIENT, "shop"), Role.AUDITOR));
    }

    @Test
    void knowsAPersonByTheirGrant() {
        Answer.Known known = (Answer.Known) admit(PERSON, NOW);

        assertThat(known.actor()).isEqualTo(Actor.user(ADA.toString(), "Ada Lovelace"));
        assertThat(known.session()).contains(SESSION.toString());
        assertThat(known.rights()).isEqualTo(Rights.of(Role.HELPDESK));
    }

    @Test
    void knowsAServiceAccount() {
        Answer.Known known = (Answer.Known) admit(ACCOUNT, NOW);

        assertThat(known.actor())
                .isEqualTo(new Actor(Actor.Kind.CLIENT, Optional.of("shop"), Optional.of("Shop"), Optional.empty()));
        assertThat(known.session()).isEmpty();
        assertThat(known.rights()).isEqualTo(Rights.of(Role.AUDITOR));
    }

    @Test
    void seesWhatWasTakenAwayAtOnce() {
        work.run(ACME, stores -> stores.roles().withdraw(new RoleHolder(RoleHolder.Kind.CLIENT, "shop"), Role.AUDITOR));

        assertThat(((Answer.Known) admit(ACCOUNT, NOW)).rights()).isEqualTo(Rights.NONE);
    }

    @Test
    void doesNotKnowAPersonWhoIsDisabled() {
        scene.disableUser(ACME, ADA);

        assertThat(admit(PERSON, NOW)).isEqualTo(new Answer.Gone());
        assertThat(admit(ACCOUNT, NOW)).isInstanceOf(Answer.Known.class);
    }

    @Test
    void doesNotKnowAPersonWhoseSessionsWereEnded() {
        work.run(ACME, stores -> stores.userRegister().endSessions(ADA, NOW));

        assertThat(admit(PERSON, NOW)).isEqualTo(new Answer.Gone());
    }

    @Test
    void doesNotKnowAPersonWhoseSessionLayUnused() {
        assertThat(admit(PERSON, NOW.plus(IDLE))).isEqualTo(new Answer.Gone());
    }

    @Test
    void doesNotKnowAPersonWhoWasDeletedAndKnowsThemNotByTheirOldGrantWhenRestored() {
        work.run(ACME, stores -> stores.deletedUsers().add(ADA, NOW, NOW.plus(Duration.ofDays(30))));

        assertThat(admit(PERSON, NOW)).isEqualTo(new Answer.Gone());
        work.run(ACME, stores -> stores.deletedUsers().restore(ADA, NOW));
        assertThat(admit(PERSON, NOW)).isEqualTo(new Answer.Gone());
    }

    @Test
    void knowsNobodyByAClientThatIsDisabled() {
        scene.disableClient(ACME, SHOP);

        assertThat(admit(PERSON, NOW)).isEqualTo(new Answer.Gone());
        assertThat(admit(ACCOUNT, NOW)).isEqualTo(new Answer.Gone());
    }

    @Test
    void knowsNobodyOfAnOrganizationThatIsDisabled() {
        scene.disableOrganization(ACME);

        assertThat(admit(PERSON, NOW)).isEqualTo(new Answer.Gone());
        assertThat(admit(ACCOUNT, NOW)).isEqualTo(new Answer.Gone());
    }

    private Answer admit(Identity who, Instant now) {
        Callers.Asking asking = new Callers.Asking(who, "a token", TOKEN, new Rate(0), IDLE);
        return work.one(ACME, stores -> stores.callers().admit(asking, now));
    }
}
