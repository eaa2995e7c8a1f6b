package dev.rampart.domain.upkeep;

import static dev.rampart.domain.testing.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.ManagedOrganization;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.testing.FakeClock;
import dev.rampart.domain.work.Chore.Next;
import dev.rampart.domain.work.Lease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CleanUpTest {

    private static final Lease LEASE = new Lease(CleanUp.NAME, 7);

    private final List<OrgId> visited = new ArrayList<>();
    private final Map<OrgId, Integer> batchesLeft = new HashMap<>();
    private final CleanUp cleanUp = new CleanUp(CleanUpTest::page, this::remove, new FakeClock());

    @Test
    void goesThroughAllOrganizationsInSmallTurns() {
        assertThat(cleanUp.turn(LEASE)).isEqualTo(Next.AT_ONCE);
        assertThat(visited).hasSize(CleanUp.ORGANIZATIONS);
        assertThat(cleanUp.turn(LEASE)).isEqualTo(Next.LATER);

        assertThat(visited)
                .isEqualTo(IntStream.range(0, 60).mapToObj(CleanUpTest::org).toList());
    }

    @Test
    void beginsAnewAfterTheLast() {
        cleanUp.turn(LEASE);
        cleanUp.turn(LEASE);
        visited.clear();

        cleanUp.turn(LEASE);

        assertThat(visited).startsWith(org(0));
    }

    @Test
    void stopsAtOneThatHasMoreAndComesBackAtOnce() {
        batchesLeft.put(org(3), 2);

        assertThat(cleanUp.turn(LEASE)).isEqualTo(Next.AT_ONCE);
        assertThat(visited).endsWith(org(3)).hasSize(4);
        cleanUp.turn(LEASE);
        cleanUp.turn(LEASE);

        assertThat(visited).endsWith(org(49));
    }

    private boolean remove(OrgId org, Lease lease, ExpiredRows.Batch batch) {
        assertThat(lease).isEqualTo(LEASE);
        assertThat(batch).isEqualTo(new ExpiredRows.Batch(NOW, CleanUp.ROWS));
        visited.add(org);
        int left = batchesLeft.getOrDefault(org, 0);
        batchesLeft.put(org, Math.max(0, left - 1));
        return left > 0;
    }

    /** Of sixty. */
    private static Page<ManagedOrganization> page(PageRequest request) {
        int first = request.after()
                .map(position -> Integer.parseInt(position.keys().getFirst()))
                .orElse(0);
        int end = Math.min(60, first + request.limit());
        List<ManagedOrganization> items =
                IntStream.range(first, end).mapToObj(CleanUpTest::organization).toList();
        return new Page<>(items, end < 60 ? Optional.of(Position.of(String.valueOf(end))) : Optional.empty());
    }

    private static ManagedOrganization organization(int i) {
        Organization organization = new Organization(org(i), new OrgSlug("org-" + i), "Organization", true, 1);
        return new ManagedOrganization(organization, NOW, NOW, Optional.empty());
    }

    private static OrgId org(int i) {
        return new OrgId(new UUID(0, i));
    }
}
