package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.ROLE;

import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.Permission;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;

/** A role as the columns of a row. */
final class RoleRow {

    static final List<Field<?>> COLUMNS = List.of(
            ROLE.ROLE_ID,
            ROLE.NAME,
            ROLE.DESCRIPTION,
            ROLE.PERMISSIONS,
            ROLE.APPLICATION_ROLES,
            ROLE.VERSION,
            ROLE.CREATED_AT,
            ROLE.UPDATED_AT);

    private RoleRow() {}

    /** A permission of another version of this program is none. */
    static OwnRole toDomain(Record row) {
        return new OwnRole(
                new OwnRoleId(row.get(ROLE.ROLE_ID)),
                row.get(ROLE.NAME),
                row.get(ROLE.DESCRIPTION),
                Arrays.stream(row.get(ROLE.PERMISSIONS))
                        .flatMap(text -> Permission.parse(text).stream())
                        .collect(Collectors.toSet()),
                new TreeSet<>(Arrays.asList(row.get(ROLE.APPLICATION_ROLES))),
                row.get(ROLE.VERSION),
                row.get(ROLE.CREATED_AT),
                row.get(ROLE.UPDATED_AT));
    }

    /** What may change of it. */
    static Map<Field<?>, Object> of(OwnRole role) {
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        row.put(ROLE.NAME, role.name());
        row.put(ROLE.DESCRIPTION, role.description());
        row.put(
                ROLE.PERMISSIONS,
                role.permissions().stream().sorted().map(Permission::toString).toArray(String[]::new));
        row.put(ROLE.APPLICATION_ROLES, role.applicationRoles().toArray(String[]::new));
        row.put(ROLE.VERSION, role.version());
        row.put(ROLE.UPDATED_AT, role.updatedAt());
        return row;
    }
}
