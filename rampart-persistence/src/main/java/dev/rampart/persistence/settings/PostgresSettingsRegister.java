package dev.rampart.persistence.settings;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION_SETTINGS;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.settings.OrganizationSettings;
import dev.rampart.domain.settings.SettingsRegister;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Settings in the table {@code organization_settings}, which has no row for whoever has chosen nothing. */
public record PostgresSettingsRegister(Statements statements, OrgId org) implements SettingsRegister {

    @Override
    public OrganizationSettings find() {
        return first(select(SettingsRow.COLUMNS)
                        .from(ORGANIZATION_SETTINGS)
                        .where(ORGANIZATION_SETTINGS.ORG_ID.eq(org.value())))
                .orElse(OrganizationSettings.NONE);
    }

    /** Two who change them for the first time have no row to wait for but the organization's. */
    @Override
    public Optional<OrganizationSettings> lock() {
        return first(select(SettingsRow.COLUMNS)
                .from(ORGANIZATION)
                .leftJoin(ORGANIZATION_SETTINGS)
                .on(ORGANIZATION_SETTINGS.ORG_ID.eq(ORGANIZATION.ORG_ID))
                .where(ORGANIZATION.ORG_ID.eq(org.value()))
                .forUpdate()
                .of(ORGANIZATION));
    }

    @Override
    public void replace(OrganizationSettings settings, Instant now) {
        Map<Field<?>, Field<?>> row = SettingsRow.of(settings, now);
        statements.later(insertInto(ORGANIZATION_SETTINGS)
                .set(ORGANIZATION_SETTINGS.ORG_ID, org.value())
                .set(row)
                .onConflict(ORGANIZATION_SETTINGS.ORG_ID)
                .doUpdate()
                .set(row));
    }

    private Optional<OrganizationSettings> first(ResultQuery<? extends Record> query) {
        return statements.query(query).stream().map(SettingsRow::toDomain).findFirst();
    }
}
