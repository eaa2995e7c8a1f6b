package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.ROLE;
import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.withRecursive;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * What somebody may do, as a column of another statement. Row-level security picks the organization.
 *
 * <p>The column is a list of words, each with a letter before it that says what it is: a built-in role, a permission,
 * or what somebody is to applications.
 */
public final class RolesHeld {

    private static final char BUILT_IN = 'r';
    private static final char PERMISSION = 'p';
    private static final char APPLICATION_ROLE = 'a';

    private static final Table<?> HELD = table(name("held"));
    private static final Field<String> HELD_ROLE = field(name("held", "role"), SQLDataType.CLOB);
    private static final Field<UUID> HELD_ID = field(name("held", "role_id"), SQLDataType.UUID);
    private static final Field<String> WORD = field(name("word"), SQLDataType.CLOB);

    private RolesHeld() {}

    /** The roles they were given, and those of their groups and of every group above these. */
    public static Field<String[]> by(RoleHolder.Kind kind, Field<String> id) {
        return array(withRecursive(GroupsAbove.of(kind, id))
                .with(held(kind, id))
                .select(inline(BUILT_IN + "").concat(HELD_ROLE))
                .from(HELD)
                .where(HELD_ID.isNull())
                .unionAll(words(PERMISSION, ROLE.PERMISSIONS))
                .unionAll(words(APPLICATION_ROLE, ROLE.APPLICATION_ROLES)));
    }

    private static CommonTableExpression<?> held(RoleHolder.Kind kind, Field<String> id) {
        return name("held")
                .fields("role", "role_id")
                .as(select(ROLE_ASSIGNMENT.ROLE, ROLE_ASSIGNMENT.ROLE_ID)
                        .from(ROLE_ASSIGNMENT)
                        .where(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(kind)))
                        .and(ROLE_ASSIGNMENT.HOLDER_ID.eq(id))
                        .union(select(ROLE_ASSIGNMENT.ROLE, ROLE_ASSIGNMENT.ROLE_ID)
                                .from(GroupsAbove.TABLE)
                                .join(ROLE_ASSIGNMENT)
                                .on(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(RoleHolder.Kind.GROUP)))
                                .and(ROLE_ASSIGNMENT.HOLDER_ID.eq(GroupsAbove.HOLDER))));
    }

    private static Select<Record1<String>> words(char kind, Field<String[]> words) {
        return select(inline(kind + "").concat(WORD))
                .from(HELD)
                .join(ROLE)
                .on(ROLE.ROLE_ID.eq(HELD_ID))
                .crossJoin(unnest(words).as("each", "word"));
    }

    /** Whoever holds it, also through a group, and could sign in today. */
    public static SelectLimitStep<Record1<UUID>> people(OrgId org, Role role) {
        return new Holding(org, role, new Loss.Nothing()).people();
    }

    /** A permission of another version of this program is none. */
    public static Rights toDomain(String[] words) {
        Set<Role> builtIn = EnumSet.noneOf(Role.class);
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Set<String> applicationRoles = new HashSet<>();
        for (String word : words) {
            String text = word.substring(1);
            switch (word.charAt(0)) {
                case BUILT_IN -> builtIn.add(Role.parse(text).orElseThrow());
                case PERMISSION -> Permission.parse(text).ifPresent(permissions::add);
                case APPLICATION_ROLE -> applicationRoles.add(text);
                default -> throw new IllegalStateException("no word of a right: " + word);
            }
        }
        return new Rights(builtIn, permissions, applicationRoles);
    }
}
