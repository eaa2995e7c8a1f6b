package dev.rampart.domain.testing;

import dev.rampart.domain.settings.OrganizationSettings;
import dev.rampart.domain.settings.SettingsRegister;
import java.time.Instant;
import java.util.Optional;

record FakeSettingsRegister(FakeTenant tenant) implements SettingsRegister {

    @Override
    public OrganizationSettings find() {
        return tenant.settings;
    }

    @Override
    public Optional<OrganizationSettings> lock() {
        return Optional.ofNullable(tenant.organization).map(_ -> tenant.settings);
    }

    @Override
    public void replace(OrganizationSettings settings, Instant now) {
        tenant.settings = settings;
    }
}
