package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.impl.SQLDataType;

/** The roles of somebody, as a column of another statement. Row-level security picks the organization. */
public final class RolesHeld {

    private RolesHeld() {}

    public static Field<String[]> by(RoleHolder.Kind kind, Field<String> id) {
        return array(select(ROLE_ASSIGNMENT.ROLE)
                .from(ROLE_ASSIGNMENT)
                .where(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(kind)))
                .and(ROLE_ASSIGNMENT.HOLDER_ID.eq(id)));
    }

    /** Whoever holds it and could sign in today. */
    public static SelectLimitStep<Record1<UUID>> people(OrgId org, Role role) {
        return select(APP_USER.USER_ID)
                .from(ROLE_ASSIGNMENT)
                .join(APP_USER)
                .on(APP_USER.ORG_ID.eq(ROLE_ASSIGNMENT.ORG_ID))
                .and(APP_USER.USER_ID.cast(SQLDataType.CLOB).eq(ROLE_ASSIGNMENT.HOLDER_ID))
                .and(APP_USER.ENABLED.isTrue())
                .where(ROLE_ASSIGNMENT.ORG_ID.eq(org.value()))
                .and(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(RoleHolder.Kind.USER)))
                .and(ROLE_ASSIGNMENT.ROLE.eq(role.toString()));
    }

    public static Set<Role> toDomain(String[] roles) {
        return Arrays.stream(roles).map(text -> Role.parse(text).orElseThrow()).collect(toUnmodifiableSet());
    }
}
