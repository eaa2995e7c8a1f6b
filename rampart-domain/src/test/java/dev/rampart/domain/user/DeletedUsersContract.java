package dev.rampart.domain.user;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.Stores;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation promises of those who were deleted and are not erased yet. */
public abstract class DeletedUsersContract {

    private static final RoleHolder HOLDER = new RoleHolder(RoleHolder.Kind.USER, ADA.toString());
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));

    private final Scene scene;
    private final UnitOfWork<Stores> work;

    protected DeletedUsersContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
    }

    @BeforeEach
    void makeAdaAnOwner() {
        Stage acme = new Stage(work, ACME);
        acme.user(Samples.ada());
        acme.role(ADA, Role.OWNER);
    }

    @Test
    void hidesWhoeverIsDeletedFromTheOthers() {
        delete();

        assertThat(found()).isEmpty();
        assertThat(work.<Boolean>one(ACME, stores -> stores.roles().isHeldByAPerson(Role.OWNER)))
                .isFalse();
        DeletedUser deleted =
                work.one(ACME, stores -> stores.deletedUsers().lock(ADA)).orElseThrow();
        assertThat(deleted.person().user().enabled()).isFalse();
        assertThat(deleted.restorableUntil()).isEqualTo(UNTIL);
    }

    @Test
    void keepsTheirRolesAndTheirNamesAndGivesThemNoMore() {
        delete();

        assertThat(rights()).isEqualTo(Rights.of(Role.OWNER));
        assertThat(work.<Boolean>one(ACME, stores -> stores.roleHolders().isThere(HOLDER)))
                .isFalse();
        assertThat(work.<Boolean>call(
                        ACME, stores -> stores.users().add(UsersContract.person(7, null, "ADA@acme.example"))))
                .isFalse();
    }

    @Test
    void makesThemWhatTheyWere() {
        ManagedUser before = found().orElseThrow();
        delete();

        ManagedUser restored = restore();

        assertThat(restored).isEqualTo(found().orElseThrow());
        assertThat(restored.user()).isEqualTo(before.user());
        assertThat(restored.version()).isEqualTo(before.version() + 2);
    }

    @Test
    void doesNotEnableWhoeverWasDisabledBefore() {
        scene.disableUser(ACME, ADA);
        delete();

        assertThat(restore().user().enabled()).isFalse();
    }

    @Test
    void removesThemForGood() {
        delete();

        work.run(ACME, stores -> stores.userRegister().remove(ADA));

        assertThat(rights()).isEqualTo(Rights.NONE);
        assertThat(work.<Optional<DeletedUser>>one(
                        ACME, stores -> stores.deletedUsers().lock(ADA)))
                .isEmpty();
        assertThat(work.<Boolean>call(ACME, stores -> stores.users().add(Samples.ada())))
                .isTrue();
    }

    private void delete() {
        work.run(ACME, stores -> {
            stores.userRegister().lock(ADA);
            stores.deletedUsers().add(ADA, NOW, UNTIL);
        });
    }

    private ManagedUser restore() {
        return work.call(ACME, stores -> {
            stores.deletedUsers().lock(ADA);
            return stores.deletedUsers().restore(ADA, NOW);
        });
    }

    private Optional<ManagedUser> found() {
        return work.one(ACME, stores -> stores.userRegister().find(ADA));
    }

    private Rights rights() {
        return work.one(ACME, stores -> stores.roles().of(HOLDER));
    }
}
