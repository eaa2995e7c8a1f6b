package dev.rampart.domain.testing;

import dev.rampart.domain.audit.AuditEvent;
import dev.rampart.domain.grant.ClientGrants;
import dev.rampart.domain.role.RoleHolder;
import java.time.Instant;
import java.util.Optional;

record FakeClientGrants(FakeTenant tenant) implements ClientGrants {

    @Override
    public Answer ask(Asking asking, AuditEvent event, Instant now) {
        Optional<Instant> limited = tenant.limited(FakeRows.Bucket.token(asking.network()), asking.limit(), now);
        if (limited.isPresent()) {
            return new Answer.Limited(limited.get());
        }
        if (!tenant.isCurrent(asking.client(), asking.version())) {
            return new Answer.ClientChanged();
        }
        if (asking.wanted().resourceServer().isPresent()) {
            return new Answer.ResourceUnknown(); // It has none.
        }
        tenant.auditEvents.add(event);
        RoleHolder holder =
                new RoleHolder(RoleHolder.Kind.CLIENT, asking.client().value());
        return new Answer.Given(tenant.rights(holder), Optional.empty(), tenant.settings.token());
    }
}
