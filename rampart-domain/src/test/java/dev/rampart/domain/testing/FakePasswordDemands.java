package dev.rampart.domain.testing;

import dev.rampart.domain.session.PasswordDemands;
import dev.rampart.domain.shared.Sha256;
import java.time.Instant;
import java.util.Optional;

record FakePasswordDemands(FakeTenant tenant) implements PasswordDemands {

    @Override
    public void add(Demand demand, Instant now) {
        if (isOpen(demand.flow(), demand.browser(), now)) {
            tenant.demands.put(demand.flow(), demand);
        }
    }

    @Override
    public Optional<Demanded> find(Sha256 flow, Sha256 browser, Instant now) {
        return Optional.ofNullable(tenant.demands.get(flow))
                .filter(_ -> isOpen(flow, browser, now))
                .filter(demand -> tenant.isEnabled(demand.user()) && tenant.withDemand.contains(demand.user()))
                .filter(demand -> demand.verified().equals(tenant.passwords.get(demand.user())))
                .map(demand -> new Demanded(
                        demand.user(),
                        FakeTenant.existing(tenant.users, demand.user()).displayName(),
                        demand.verified()));
    }

    @Override
    public boolean meet(Met met, Instant now) {
        boolean stands = find(met.flow(), met.browser(), now)
                .filter(demanded -> demanded.user().equals(met.user()))
                .isPresent();
        if (stands) {
            tenant.passwords.put(met.user(), met.chosen());
            tenant.withDemand.remove(met.user());
            FakeUserRegister.endSessions(tenant, met.user(), now);
        }
        return stands;
    }

    private boolean isOpen(Sha256 flow, Sha256 browser, Instant now) {
        FakeRows.Flow row = tenant.flows.get(flow);
        return row != null && row.isOpenTo(browser, now) && row.completedBy() == null;
    }
}
