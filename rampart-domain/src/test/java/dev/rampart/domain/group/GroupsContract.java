package dev.rampart.domain.group;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.ADA;
import static dev.rampart.domain.testing.Samples.BOB;
import static dev.rampart.domain.testing.Samples.GLOBEX;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.Stores;
import dev.rampart.domain.role.HeldRole;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleSet;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.Samples;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.testing.Stage;
import dev.rampart.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation promises of groups, their members, and what these hold by them. */
public abstract class GroupsContract {

    private static final GroupId COMPANY = new GroupId(new UUID(0, 11));
    protected static final GroupId TEAM = new GroupId(new UUID(0, 12));
    private static final OwnRoleId READING = new OwnRoleId(new UUID(0, 13));
    private static final RoleHolder A = holder(ADA);

    private final Scene scene;
    protected final UnitOfWork<Stores> work;

    protected GroupsContract(Scene scene) {
        this.scene = scene;
        this.work = scene.unitOfWork();
    }

    @BeforeEach
    void putATeamIntoACompany() {
        Stage acme = new Stage(work, ACME);
        acme.user(Samples.ada());
        acme.user(Samples.bob());
        work.run(ACME, stores -> {
            stores.groups().add(group(COMPANY, "Company", Optional.empty()));
            stores.groups().add(group(TEAM, "Team", Optional.of(COMPANY)));
            stores.groupMembers().add(TEAM, A, NOW);
            stores.roleRegister()
                    .add(new OwnRole(
                            READING,
                            "reading",
                            "",
                            Set.of(Permission.USER_READ),
                            new TreeSet<>(Set.of("reader")),
                            1,
                            NOW,
                            NOW));
        });
    }

    @Test
    void carriesRolesOfBothKindsDown() {
        work.run(ACME, stores -> {
            stores.roles().assign(COMPANY.asHolder(), Role.AUDITOR);
            stores.roles().assign(COMPANY.asHolder(), READING);
        });

        assertThat(rights(ACME, A))
                .isEqualTo(new Rights(Set.of(Role.AUDITOR), Set.of(Permission.USER_READ), Set.of("reader")));
        assertThat(rights(ACME, TEAM.asHolder())).isEqualTo(rights(ACME, A));
        assertThat(rights(ACME, holder(BOB))).isEqualTo(Rights.NONE);
    }

    @Test
    void handsNothingUpwardsAndNothingToOtherOrganizations() {
        work.run(ACME, stores -> stores.roles().assign(TEAM.asHolder(), READING));
        new Stage(work, GLOBEX).user(Samples.ada());

        assertThat(rights(ACME, COMPANY.asHolder())).isEqualTo(Rights.NONE);
        assertThat(rights(GLOBEX, A)).isEqualTo(Rights.NONE);
        assertThat(work.<Optional<Group>>one(GLOBEX, stores -> stores.groups().find(TEAM)))
                .isEmpty();
        assertThat(work.<Boolean>one(GLOBEX, stores -> stores.groupMembers().contains(TEAM, A)))
                .isFalse();
    }

    @Test
    void tellsEveryWayInWhichARoleIsHeld() {
        work.run(ACME, stores -> {
            stores.roles().assign(A, READING);
            stores.roles().assign(COMPANY.asHolder(), READING);
        });

        List<HeldRole> ways = work.one(ACME, stores -> stores.roleHolders().ways(A));

        assertThat(ways.stream()
                        .map(way -> way.through().stream()
                                .map(HeldRole.GroupStep::name)
                                .toList()))
                .containsExactlyInAnyOrder(List.of(), List.of("Team", "Company"));
        assertThat(ways).allMatch(way -> way.name().equals("reading"));
    }

    @Test
    void knowsWhoWouldStillOwnWhenSomethingIsGone() {
        work.run(ACME, stores -> stores.roles().assign(COMPANY.asHolder(), Role.OWNER));

        assertThat(keeps(new Loss.Nothing())).isTrue();
        assertThat(keeps(new Loss.Holder(A))).isFalse();
        assertThat(keeps(new Loss.Holder(holder(BOB)))).isTrue();
        assertThat(keeps(new Loss.Holder(TEAM.asHolder()))).isFalse();
        assertThat(keeps(new Loss.Membership(TEAM.asHolder(), A))).isFalse();
        assertThat(keeps(new Loss.Place(TEAM.asHolder(), Optional.empty()))).isFalse();
        assertThat(keeps(new Loss.Place(TEAM.asHolder(), Optional.of(COMPANY.asHolder()))))
                .isTrue();
        assertThat(keeps(new Loss.Assignment(COMPANY.asHolder()))).isFalse();
        assertThat(keeps(new Loss.Assignment(A))).isTrue();
        scene.disableUser(ACME, ADA);
        assertThat(keeps(new Loss.Holder(A))).as("nobody owns it anyway").isTrue();
    }

    @Test
    void takesARoleThatIsRemovedFromEverybody() {
        work.run(ACME, stores -> stores.roles().assign(A, READING));

        work.run(ACME, stores -> stores.roleRegister().remove(READING));

        assertThat(rights(ACME, A)).isEqualTo(Rights.NONE);
    }

    @Test
    void knowsWhatLiesAboveAndBelow() {
        assertThat(lineage(TEAM)).containsExactly(TEAM, COMPANY);
        assertThat(lineage(new GroupId(new UUID(0, 99)))).isEmpty();
        assertThat(work.<Integer>one(ACME, stores -> stores.groups().height(COMPANY)))
                .isEqualTo(2);
        assertThat(work.<Integer>one(ACME, stores -> stores.groups().height(TEAM)))
                .isEqualTo(1);
    }

    @Test
    void saysThatANameIsTakenHoweverItIsWritten() {
        boolean added = work.<Boolean>one(
                ACME, stores -> stores.groups().add(group(new GroupId(new UUID(0, 14)), "TEAM", Optional.empty())));
        boolean renamed =
                work.<Boolean>call(ACME, stores -> stores.groups().replace(group(TEAM, "company", Optional.empty())));

        assertThat(added).isFalse();
        assertThat(renamed).isFalse();
    }

    @Test
    void removesAGroupWithItsRolesAndPlaces() {
        work.run(ACME, stores -> stores.roles().assign(TEAM.asHolder(), READING));

        work.run(ACME, stores -> stores.groups().remove(TEAM));

        assertThat(rights(ACME, A)).isEqualTo(Rights.NONE);
        assertThat(rights(ACME, TEAM.asHolder())).isEqualTo(Rights.NONE);
        assertThat(work.<Boolean>one(ACME, stores -> stores.groupMembers().contains(TEAM, A)))
                .isFalse();
    }

    @Test
    void knowsTheRolesThatSomebodyWasGivenThemselves() {
        work.run(ACME, stores -> {
            stores.roles().assign(A, READING);
            stores.roles().assign(A, Role.HELPDESK);
            stores.roles().assign(COMPANY.asHolder(), Role.AUDITOR);
        });

        RoleSet given = work.one(ACME, stores -> stores.roleHolders().given(A));

        assertThat(given.builtIn()).containsExactly(Role.HELPDESK);
        assertThat(given.own()).extracting(OwnRole::id).containsExactly(READING);
    }

    @Test
    void forgetsWhatWasDoneBeforeAnException() {
        GroupId other = new GroupId(new UUID(0, 14));
        assertThatThrownBy(() -> work.run(ACME, stores -> {
                    stores.groups().add(group(other, "Other", Optional.empty()));
                    stores.groupMembers().add(other, A, NOW);
                    throw new IllegalStateException("boom");
                }))
                .hasMessage("boom");

        assertThat(work.<Optional<Group>>one(ACME, stores -> stores.groups().find(other)))
                .isEmpty();
    }

    protected final List<GroupId> lineage(GroupId group) {
        return work.one(ACME, stores -> stores.groups().lineage(group));
    }

    private boolean keeps(Loss loss) {
        return work.<Boolean>call(ACME, stores -> stores.roleHolders().keepsAnOwner(loss));
    }

    private Rights rights(OrgId org, RoleHolder holder) {
        return work.one(org, stores -> stores.roles().of(holder));
    }

    private static RoleHolder holder(UserId user) {
        return new RoleHolder(RoleHolder.Kind.USER, user.toString());
    }

    private static Group group(GroupId id, String name, Optional<GroupId> parent) {
        return new Group(id, name, "", parent, 1, NOW, NOW);
    }
}
