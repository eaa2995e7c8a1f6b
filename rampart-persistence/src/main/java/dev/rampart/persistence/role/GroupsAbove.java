package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.GROUP_MEMBER;
import static dev.rampart.persistence.schema.Tables.USER_GROUP;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.arrayAppend;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.group.Group;
import dev.rampart.domain.role.RoleHolder;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The groups whose roles somebody holds, for recursive statements: those they are in, and every group above these.
 * Row-level security picks the organization.
 */
final class GroupsAbove {

    private static final String NAME = "above";

    static final Table<?> TABLE = table(name(NAME));

    /** The group as a holder of roles: as a text, so that whoever joins by it does not have to make it one. */
    static final Field<String> HOLDER = field(name(NAME, "holder"), SQLDataType.CLOB);

    /** The way there: the ids of the groups, from the first to this one. */
    static final Field<UUID[]> IDS = field(name(NAME, "ids"), SQLDataType.UUID.getArrayDataType());

    /** And their names. */
    static final Field<String[]> NAMES = field(name(NAME, "names"), SQLDataType.CLOB.getArrayDataType());

    private static final Field<UUID> PARENT = field(name(NAME, "parent"), SQLDataType.UUID);

    private GroupsAbove() {}

    /** Goes first in a statement {@code WITH RECURSIVE}. */
    static CommonTableExpression<?> of(RoleHolder.Kind kind, Field<String> id) {
        return name(NAME)
                .fields("holder", "parent")
                .as(select(USER_GROUP.GROUP_ID.cast(SQLDataType.CLOB), USER_GROUP.PARENT_GROUP_ID)
                        .from(USER_GROUP)
                        .where(isFirst(kind, id))
                        .union(select(USER_GROUP.GROUP_ID.cast(SQLDataType.CLOB), USER_GROUP.PARENT_GROUP_ID)
                                .from(TABLE)
                                .join(USER_GROUP)
                                .on(USER_GROUP.GROUP_ID.eq(PARENT))));
    }

    /** The same with the way to each. */
    static CommonTableExpression<?> withWays(RoleHolder.Kind kind, Field<String> id) {
        return name(NAME)
                .fields("holder", "parent", "ids", "names")
                .as(select(
                                USER_GROUP.GROUP_ID.cast(SQLDataType.CLOB),
                                USER_GROUP.PARENT_GROUP_ID,
                                array(USER_GROUP.GROUP_ID),
                                array(USER_GROUP.NAME))
                        .from(USER_GROUP)
                        .where(isFirst(kind, id))
                        .unionAll(select(
                                        USER_GROUP.GROUP_ID.cast(SQLDataType.CLOB),
                                        USER_GROUP.PARENT_GROUP_ID,
                                        arrayAppend(IDS, USER_GROUP.GROUP_ID),
                                        arrayAppend(NAMES, USER_GROUP.NAME))
                                .from(TABLE)
                                .join(USER_GROUP)
                                .on(USER_GROUP.GROUP_ID.eq(PARENT))
                                .and(cardinality(IDS).lt(inline(Group.DEPTH_MAX)))));
    }

    private static Condition isFirst(RoleHolder.Kind kind, Field<String> id) {
        return switch (kind) {
            case GROUP -> USER_GROUP.GROUP_ID.eq(id.cast(SQLDataType.UUID));
            case USER, CLIENT ->
                USER_GROUP.GROUP_ID.in(select(GROUP_MEMBER.GROUP_ID)
                        .from(GROUP_MEMBER)
                        .where(GROUP_MEMBER.MEMBER_KIND.eq(CanonicalEvent.word(kind)))
                        .and(GROUP_MEMBER.MEMBER_ID.eq(id)));
        };
    }
}
