package dev.rampart.persistence.organization;

import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.organization.Deletion;
import dev.rampart.domain.organization.ManagedOrganization;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.shared.OrgId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;

/** An organization as the columns of a row. */
final class OrganizationRow {

    private OrganizationRow() {}

    static SelectJoinStep<? extends Record> selected() {
        return select(
                        ORGANIZATION.ORG_ID,
                        ORGANIZATION.SLUG,
                        ORGANIZATION.NAME,
                        ORGANIZATION.ENABLED,
                        ORGANIZATION.VERSION,
                        ORGANIZATION.CREATED_AT,
                        ORGANIZATION.UPDATED_AT,
                        ORGANIZATION.DELETION_AT,
                        ORGANIZATION.ENABLED_BEFORE_DELETION,
                        ORGANIZATION.ERASING_SINCE)
                .from(ORGANIZATION);
    }

    static Organization toDomain(Record row) {
        return new Organization(
                new OrgId(row.get(ORGANIZATION.ORG_ID)),
                new OrgSlug(row.get(ORGANIZATION.SLUG)),
                row.get(ORGANIZATION.NAME),
                row.get(ORGANIZATION.ENABLED),
                row.get(ORGANIZATION.VERSION));
    }

    static ManagedOrganization toManaged(Record row) {
        return new ManagedOrganization(
                toDomain(row),
                row.get(ORGANIZATION.CREATED_AT),
                Objects.requireNonNullElse(row.get(ORGANIZATION.UPDATED_AT), row.get(ORGANIZATION.CREATED_AT)),
                Optional.ofNullable(row.get(ORGANIZATION.DELETION_AT)).map(dueAt -> deletion(row, dueAt)));
    }

    private static Deletion deletion(Record row, Instant dueAt) {
        return new Deletion(
                dueAt,
                row.get(ORGANIZATION.ENABLED_BEFORE_DELETION),
                Optional.ofNullable(row.get(ORGANIZATION.ERASING_SINCE)));
    }

    /** What changes about an organization. */
    static Map<Field<?>, Field<?>> of(ManagedOrganization managed) {
        Organization organization = managed.organization();
        Optional<Deletion> deletion = managed.deletion();
        Map<Field<?>, Field<?>> row = new LinkedHashMap<>();
        put(row, ORGANIZATION.NAME, Optional.of(organization.name()));
        put(row, ORGANIZATION.ENABLED, Optional.of(organization.enabled()));
        put(row, ORGANIZATION.VERSION, Optional.of(organization.version()));
        put(row, ORGANIZATION.UPDATED_AT, Optional.of(managed.updatedAt()));
        put(row, ORGANIZATION.DELETION_AT, deletion.map(Deletion::dueAt));
        put(row, ORGANIZATION.ENABLED_BEFORE_DELETION, deletion.map(Deletion::enabledBefore));
        put(row, ORGANIZATION.ERASING_SINCE, deletion.flatMap(Deletion::begunAt));
        return row;
    }

    private static <T> void put(Map<Field<?>, Field<?>> row, Field<T> column, Optional<T> value) {
        row.put(column, value.<Field<T>>map(some -> val(some, column)).orElse(inline(null, column)));
    }
}
