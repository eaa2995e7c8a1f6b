package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.GROUP_MEMBER;
import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static dev.rampart.persistence.schema.Tables.USER_GROUP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.withRecursive;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Who would hold a built-in role and could sign in, after something is gone. */
record Holding(OrgId org, Role role, Loss loss) {

    private static final Table<?> CARRYING = table(name("carrying"));
    private static final Field<UUID> CARRYING_GROUP = field(name("carrying", "carrying_id"), SQLDataType.UUID);
    private static final Table<?> HOLDERS = table(name("holders"));
    private static final Field<UUID> HOLDER = field(name("holders", "holder"), SQLDataType.UUID);
    private static final String USER = CanonicalEvent.word(RoleHolder.Kind.USER);
    private static final String GROUP = CanonicalEvent.word(RoleHolder.Kind.GROUP);

    SelectLimitStep<Record1<UUID>> people() {
        return withRecursive(carrying())
                .with(holders())
                .select(APP_USER.USER_ID)
                .from(HOLDERS)
                .join(APP_USER)
                .on(APP_USER.ORG_ID.eq(org.value()))
                .and(APP_USER.USER_ID.eq(HOLDER))
                .and(APP_USER.ENABLED.isTrue())
                .where(keepsPerson());
    }

    /** The groups that were given the role, and every group in these. */
    private CommonTableExpression<?> carrying() {
        Field<UUID> given = ROLE_ASSIGNMENT.HOLDER_ID.cast(SQLDataType.UUID);
        return name("carrying")
                .fields("carrying_id")
                .as(select(given)
                        .from(ROLE_ASSIGNMENT)
                        .where(isGiven(GROUP))
                        .and(keepsGroup(given))
                        .union(select(USER_GROUP.GROUP_ID)
                                .from(CARRYING)
                                .join(USER_GROUP)
                                .on(USER_GROUP.ORG_ID.eq(org.value()))
                                .and(parent().eq(CARRYING_GROUP))
                                .and(keepsGroup(USER_GROUP.GROUP_ID))));
    }

    /** Materialized, since a cast in the join would keep the policies from using the index. */
    private CommonTableExpression<?> holders() {
        return name("holders")
                .fields("holder")
                .asMaterialized(select(ROLE_ASSIGNMENT.HOLDER_ID.cast(SQLDataType.UUID))
                        .from(ROLE_ASSIGNMENT)
                        .where(isGiven(USER))
                        .union(select(GROUP_MEMBER.MEMBER_ID.cast(SQLDataType.UUID))
                                .from(CARRYING)
                                .join(GROUP_MEMBER)
                                .on(GROUP_MEMBER.ORG_ID.eq(org.value()))
                                .and(GROUP_MEMBER.GROUP_ID.eq(CARRYING_GROUP))
                                .and(GROUP_MEMBER.MEMBER_KIND.eq(USER))
                                .and(keepsMembership())));
    }

    private Condition isGiven(String kind) {
        Condition given = ROLE_ASSIGNMENT
                .ORG_ID
                .eq(org.value())
                .and(ROLE_ASSIGNMENT.ROLE.eq(role.toString()))
                .and(ROLE_ASSIGNMENT.HOLDER_KIND.eq(kind));
        return loss instanceof Loss.Assignment(RoleHolder holder)
                        && CanonicalEvent.word(holder.kind()).equals(kind)
                ? given.and(ROLE_ASSIGNMENT.HOLDER_ID.ne(holder.id()))
                : given;
    }

    private Condition keepsPerson() {
        return loss instanceof Loss.Holder(RoleHolder(RoleHolder.Kind kind, String id)) && kind == RoleHolder.Kind.USER
                ? APP_USER.USER_ID.ne(UUID.fromString(id))
                : noCondition();
    }

    private Condition keepsGroup(Field<UUID> group) {
        return loss instanceof Loss.Holder(RoleHolder(RoleHolder.Kind kind, String id)) && kind == RoleHolder.Kind.GROUP
                ? group.ne(UUID.fromString(id))
                : noCondition();
    }

    private Condition keepsMembership() {
        return loss instanceof Loss.Membership(RoleHolder group, RoleHolder member)
                        && member.kind() == RoleHolder.Kind.USER
                ? GROUP_MEMBER.GROUP_ID.ne(UUID.fromString(group.id())).or(GROUP_MEMBER.MEMBER_ID.ne(member.id()))
                : noCondition();
    }

    private Field<UUID> parent() {
        if (!(loss instanceof Loss.Place place)) {
            return USER_GROUP.PARENT_GROUP_ID;
        }
        UUID next = place.next().map(RoleHolder::id).map(UUID::fromString).orElse(null);
        return when(USER_GROUP.GROUP_ID.eq(UUID.fromString(place.group().id())), val(next, SQLDataType.UUID))
                .otherwise(USER_GROUP.PARENT_GROUP_ID);
    }
}
