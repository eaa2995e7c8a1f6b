package dev.rampart.domain.upkeep;

import dev.rampart.domain.organization.ManagedOrganization;
import dev.rampart.domain.organization.OrganizationList;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.work.Chore;
import dev.rampart.domain.work.Lease;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Removes what has expired, from one organization after another.
 *
 * <p>Remembers in the node where it has come to: another node that takes over begins anew, which costs a round and
 * nothing else.
 */
public final class CleanUp implements Chore {

    public static final String NAME = "clean-up";

    /** Of each kind, in one statement. */
    static final int ROWS = 500;

    /** In one turn. */
    static final int ORGANIZATIONS = 50;

    private final OrganizationList organizations;
    private final ExpiredRows expired;
    private final InstantSource clock;
    private final AtomicReference<Optional<Position>> reached = new AtomicReference<>(Optional.empty());

    public CleanUp(OrganizationList organizations, ExpiredRows expired, InstantSource clock) {
        this.organizations = organizations;
        this.expired = expired;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Next turn(Lease lease) {
        Page<ManagedOrganization> page = organizations.page(
                new PageRequest(ORGANIZATIONS, reached.get(), Optional.empty(), PageRequest.Order.OLDEST_FIRST));
        for (ManagedOrganization managed : page.items()) {
            OrgId org = managed.organization().id();
            if (expired.remove(org, lease, new ExpiredRows.Batch(clock.instant(), ROWS))) {
                return Next.AT_ONCE; // This one again, with those before it, who have little left by now.
            }
        }
        reached.set(page.next());
        return page.next().isPresent() ? Next.AT_ONCE : Next.LATER;
    }
}
