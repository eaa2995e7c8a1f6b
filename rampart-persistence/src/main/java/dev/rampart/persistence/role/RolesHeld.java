package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import java.util.Arrays;
import java.util.Set;
import org.jooq.Field;

/** The roles of somebody, as a column of another statement. Row-level security picks the organization. */
public final class RolesHeld {

    private RolesHeld() {}

    public static Field<String[]> by(RoleHolder.Kind kind, Field<String> id) {
        return array(select(ROLE_ASSIGNMENT.ROLE)
                .from(ROLE_ASSIGNMENT)
                .where(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(kind)))
                .and(ROLE_ASSIGNMENT.HOLDER_ID.eq(id)));
    }

    public static Set<Role> toDomain(String[] roles) {
        return Arrays.stream(roles).map(text -> Role.parse(text).orElseThrow()).collect(toUnmodifiableSet());
    }
}
