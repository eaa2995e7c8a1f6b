package dev.rampart.domain.organization;

import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@code Organizations} promises. */
public abstract class OrganizationsContract {

    private static final OrgId INITECH = new OrgId(new UUID(0, 0xC));
    private static final OrgId HOOLI = new OrgId(new UUID(0, 0xD));

    private final UnitOfWork<Stores> work;

    protected OrganizationsContract(Scene scene) {
        this.work = scene.unitOfWork();
    }

    @Test
    void makesAnOrganizationThatPeopleCanSignInTo() {
        assertThat(add(INITECH, "initech")).isTrue();

        new Stage(work, INITECH).signedInAda();
    }

    /** The one thing of another organization that can be felt. */
    @Test
    void saysThatASlugIsTakenByAnotherOrganization() {
        assertThat(add(INITECH, "acme")).isFalse();
        assertThat(add(INITECH, "initech")).isTrue();
        assertThat(add(HOOLI, "initech")).isFalse();
    }

    @Test
    void forgetsWhatWasAddedBeforeAnException() {
        assertThatThrownBy(() -> work.run(INITECH, stores -> {
                    stores.organizations().add(organization(INITECH, "initech"), NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(add(HOOLI, "initech")).isTrue();
    }

    protected final boolean add(OrgId org, String slug) {
        return work.<Boolean>call(org, stores -> stores.organizations().add(organization(org, slug), NOW));
    }

    private static Organization organization(OrgId id, String slug) {
        return new Organization(id, new OrgSlug(slug), "An organization", true, 1);
    }
}
