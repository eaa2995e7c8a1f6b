package dev.rampart.persistence.group;

import static dev.rampart.domain.testing.Samples.ACME;
import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.audit.Cause;
import dev.rampart.domain.group.AdministerGroup;
import dev.rampart.domain.group.Group;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.group.GroupOutcome;
import dev.rampart.domain.group.GroupsContract;
import dev.rampart.domain.role.Authority;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.shared.Expected;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.testing.FakeEntropy;
import dev.rampart.persistence.PostgresScene;
import dev.rampart.persistence.Race;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PostgresGroupsTest extends GroupsContract {

    PostgresGroupsTest() {
        super(PostgresScene.fresh());
    }

    @Test
    void closesNoCircleHoweverManyTry() throws Exception {
        List<GroupId> groups = List.of(TEAM, new GroupId(new UUID(0, 15)), new GroupId(new UUID(0, 16)));
        work.run(ACME, stores -> {
            stores.groups().add(named(groups.get(1), "Second"));
            stores.groups().add(named(groups.get(2), "Third"));
        });
        Authority everything = new Authority(Cause.SYSTEM, Set.of(Permission.values()), Set.of());
        AdministerGroup useCase = new AdministerGroup(work, new FakeClock(), new FakeEntropy());

        List<GroupOutcome> outcomes = Race.of(i -> useCase.change(
                ACME,
                new AdministerGroup.Request(groups.get(i % 3), Expected.ANY, everything),
                before -> new Group(
                        before.id(),
                        before.name(),
                        "",
                        Optional.of(groups.get((i + 1) % 3)),
                        before.version(),
                        NOW,
                        NOW)));

        assertThat(outcomes).anyMatch(GroupOutcome.Done.class::isInstance);
        assertThat(groups).allSatisfy(group -> assertThat(lineage(group)).doesNotHaveDuplicates());
    }

    private static Group named(GroupId id, String name) {
        return new Group(id, name, "", Optional.empty(), 1, NOW, NOW);
    }
}
