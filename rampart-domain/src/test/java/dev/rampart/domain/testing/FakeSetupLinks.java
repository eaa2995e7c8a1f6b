package dev.rampart.domain.testing;

import dev.rampart.domain.role.Role;
import dev.rampart.domain.setup.SetupLink;
import dev.rampart.domain.setup.SetupLinks;
import dev.rampart.domain.shared.Sha256;
import java.time.Instant;

record FakeSetupLinks(FakeTenant tenant) implements SetupLinks {

    @Override
    public void add(SetupLink link) {
        tenant.setupLinks.values().removeIf(row -> !row.used());
        FakeTenant.insert(tenant.setupLinks, link.hash(), new FakeRows.Link(link, false));
    }

    @Override
    public Standing look(Sha256 link, Instant now) {
        FakeRows.Link row = tenant.setupLinks.get(link);
        if (row == null) {
            return Standing.UNKNOWN;
        }
        if (row.used()) {
            return Standing.USED;
        }
        if (new FakeRoles(tenant).isHeldByAPerson(Role.INSTANCE_ADMIN)) {
            return Standing.NEEDLESS;
        }
        return now.isBefore(row.link().expiresAt()) ? Standing.OPEN : Standing.EXPIRED;
    }

    @Override
    public Standing use(Sha256 link, Instant now) {
        Standing standing = look(link, now);
        if (standing == Standing.OPEN) {
            tenant.setupLinks.computeIfPresent(link, (_, row) -> new FakeRows.Link(row.link(), true));
        }
        return standing;
    }

    @Override
    public void giveBack(Sha256 link) {
        tenant.setupLinks.computeIfPresent(link, (_, row) -> new FakeRows.Link(row.link(), false));
    }
}
