package dev.rampart.domain.role;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.SampleClient;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code Roles} promises. */
public abstract class RolesContract {

    private static final RoleHolder HOLDER = new RoleHolder(RoleHolder.Kind.USER, ADA.toString());

    private final Scene scene;
    private final UnitOfWork<Stores> work;
    private final Stage acme;

    protected RolesContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
        this.acme = new Stage(work, ACME);
        acme.userWithPassword(Samples.ada());
    }

    @Test
    void knowsWhatAPersonHoldsHoweverOftenAssigned() {
        assign(HOLDER, Role.OWNER);
        assign(HOLDER, Role.OWNER);

        assertThat(isHeld(ACME, Role.OWNER)).isTrue();
        assertThat(isHeld(ACME, Role.ADMIN)).isFalse();
    }

    @Test
    void keepsEveryRoleThereIs() {
        for (Role role : Role.values()) {
            assign(HOLDER, role);

            assertThat(isHeld(ACME, role)).isTrue();
        }
    }

    @Test
    void hidesARoleFromOtherOrganizations() {
        new Stage(work, GLOBEX).userWithPassword(Samples.ada());
        assign(HOLDER, Role.OWNER);

        assertThat(isHeld(GLOBEX, Role.OWNER)).isFalse();
    }

    @Test
    void forgetsWhatWasDoneBeforeAnException() {
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.roles().assign(HOLDER, Role.OWNER);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(isHeld(ACME, Role.OWNER)).isFalse();
    }

    @Test
    void doesNotTakeAServiceAccountForAPerson() {
        acme.client(SampleClient.shop().id(ADA.toString()).build());
        assign(new RoleHolder(RoleHolder.Kind.CLIENT, ADA.toString()), Role.OWNER);

        assertThat(isHeld(ACME, Role.OWNER)).isFalse();
    }

    @Test
    void doesNotCountSomebodyWhoIsDisabled() {
        assign(HOLDER, Role.OWNER);
        scene.disableUser(ACME, ADA);

        assertThat(isHeld(ACME, Role.OWNER)).isFalse();
    }

    private void assign(RoleHolder holder, Role role) {
        work.run(ACME, stores -> stores.roles().assign(holder, role));
    }

    private boolean isHeld(OrgId org, Role role) {
        return work.<Boolean>one(org, stores -> stores.roles().isHeldByAPerson(role));
    }
}
