package dev.rampart.domain.setup;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.setup.SetupLinks.Standing;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code SetupLinks} promises. */
public abstract class SetupLinksContract {

    protected static final Sha256 LINK = Sha256.of(Secret.of("link"));
    private static final Sha256 NEWER = Sha256.of(Secret.of("newer link"));
    private static final Instant EXPIRY = NOW.plus(OpenSetup.LIFETIME);

    private final Scene scene;
    private final UnitOfWork<Stores> work;

    protected SetupLinksContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
        add(ACME, LINK);
    }

    @Test
    void looksAtALinkWithoutUsingItUp() {
        assertThat(look(ACME, LINK, NOW)).isEqualTo(Standing.OPEN);
        assertThat(look(ACME, LINK, NOW)).isEqualTo(Standing.OPEN);
    }

    @Test
    void usesALinkOnce() {
        assertThat(use(ACME, LINK, NOW)).isEqualTo(Standing.OPEN);
        assertThat(use(ACME, LINK, NOW)).isEqualTo(Standing.USED);
        assertThat(look(ACME, LINK, NOW)).isEqualTo(Standing.USED);
    }

    @Test
    void usesALinkUntilItExpires() {
        assertThat(look(ACME, LINK, EXPIRY)).isEqualTo(Standing.EXPIRED);
        assertThat(use(ACME, LINK, EXPIRY)).isEqualTo(Standing.EXPIRED);
        assertThat(use(ACME, LINK, EXPIRY.minusMillis(1))).isEqualTo(Standing.OPEN);
    }

    @Test
    void knowsNoOtherLink() {
        assertThat(look(ACME, NEWER, NOW)).isEqualTo(Standing.UNKNOWN);
        assertThat(use(ACME, NEWER, NOW)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void putsANewLinkInThePlaceOfTheOpenOne() {
        add(ACME, NEWER);

        assertThat(use(ACME, LINK, NOW)).isEqualTo(Standing.UNKNOWN);
        assertThat(use(ACME, NEWER, NOW)).isEqualTo(Standing.OPEN);
    }

    @Test
    void remembersAUsedLinkBesideANewOne() {
        use(ACME, LINK, NOW);

        add(ACME, NEWER);

        assertThat(look(ACME, LINK, NOW)).isEqualTo(Standing.USED);
        assertThat(look(ACME, NEWER, NOW)).isEqualTo(Standing.OPEN);
    }

    @Test
    void isNeedlessOnceThereIsAnAdministrator() {
        new Stage(work, ACME).userWithPassword(Samples.ada());
        new Stage(work, ACME).role(ADA, Role.INSTANCE_ADMIN);

        assertThat(look(ACME, LINK, NOW)).isEqualTo(Standing.NEEDLESS);
        assertThat(use(ACME, LINK, NOW)).isEqualTo(Standing.NEEDLESS);

        scene.disableUser(ACME, ADA);

        assertThat(use(ACME, LINK, NOW)).isEqualTo(Standing.OPEN);
    }

    @Test
    void isNotNeedlessBecauseOfAnotherRoleOrAnotherOrganization() {
        new Stage(work, ACME).userWithPassword(Samples.ada());
        new Stage(work, ACME).role(ADA, Role.OWNER);
        new Stage(work, GLOBEX).userWithPassword(Samples.ada());
        new Stage(work, GLOBEX).role(ADA, Role.INSTANCE_ADMIN);

        assertThat(use(ACME, LINK, NOW)).isEqualTo(Standing.OPEN);
    }

    @Test
    void givesALinkBackInTheUnitThatUsedIt() {
        Standing used = work.call(ACME, stores -> {
            Standing standing = stores.setupLinks().use(LINK, NOW);
            stores.setupLinks().giveBack(LINK);
            return standing;
        });

        assertThat(used).isEqualTo(Standing.OPEN);
        assertThat(use(ACME, LINK, NOW)).isEqualTo(Standing.OPEN);
    }

    @Test
    void hidesALinkFromOtherOrganizations() {
        assertThat(look(GLOBEX, LINK, NOW)).isEqualTo(Standing.UNKNOWN);
        assertThat(use(GLOBEX, LINK, NOW)).isEqualTo(Standing.UNKNOWN);

        add(GLOBEX, NEWER);

        assertThat(use(ACME, LINK, NOW)).isEqualTo(Standing.OPEN);
    }

    @Test
    void forgetsWhatWasDoneBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.setupLinks().use(LINK, NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(use(ACME, LINK, NOW)).isEqualTo(Standing.OPEN);
    }

    protected final void add(OrgId org, Sha256 link) {
        work.run(org, stores -> stores.setupLinks().add(new SetupLink(link, NOW, EXPIRY)));
    }

    protected final Standing look(OrgId org, Sha256 link, Instant now) {
        return work.<Standing>one(org, stores -> stores.setupLinks().look(link, now));
    }

    protected final Standing use(OrgId org, Sha256 link, Instant now) {
        return work.<Standing>call(org, stores -> stores.setupLinks().use(link, now));
    }
}
