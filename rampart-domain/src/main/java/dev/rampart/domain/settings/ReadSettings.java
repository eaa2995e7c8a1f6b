package dev.rampart.domain.settings;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.UnitOfWork;

/** Says what an organization has chosen. Costs one exchange. */
public final class ReadSettings {

    private final UnitOfWork<? extends SettingsStores> unitOfWork;

    public ReadSettings(UnitOfWork<? extends SettingsStores> unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public OrganizationSettings read(OrgId org) {
        return unitOfWork.<OrganizationSettings>one(
                org, stores -> stores.settings().find());
    }
}
