package dev.rampart.persistence.group;

import static dev.rampart.persistence.schema.Tables.GROUP_MEMBER;
import static dev.rampart.persistence.schema.Tables.USER_GROUP;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.withRecursive;

import dev.rampart.domain.group.Group;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.group.Groups;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.user.CanonicalName;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.role.HolderRemoval;
import dev.rampart.persistence.schema.tables.UserGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Groups in the table {@code user_group}. */
public record PostgresGroups(Statements statements, OrgId org) implements Groups {

    private static final List<Field<?>> COLUMNS = List.of(
            USER_GROUP.GROUP_ID,
            USER_GROUP.NAME,
            USER_GROUP.DESCRIPTION,
            USER_GROUP.PARENT_GROUP_ID,
            USER_GROUP.VERSION,
            USER_GROUP.CREATED_AT,
            USER_GROUP.UPDATED_AT);

    private static final UserGroup OTHER = USER_GROUP.as("other");
    private static final Table<?> WALK = table(name("walk"));
    private static final Field<UUID> ID = field(name("walk", "id"), SQLDataType.UUID);
    private static final Field<UUID> PARENT = field(name("walk", "parent"), SQLDataType.UUID);
    private static final Field<Integer> LEVEL = field(name("walk", "level"), SQLDataType.INTEGER);

    @Override
    public boolean add(Group group) {
        return statements
                .query(insertInto(USER_GROUP)
                        .set(USER_GROUP.ORG_ID, org.value())
                        .set(USER_GROUP.GROUP_ID, group.id().value())
                        .set(USER_GROUP.CREATED_AT, group.createdAt())
                        .set(row(group))
                        .onConflictDoNothing()
                        .returning(USER_GROUP.GROUP_ID))
                .isNotEmpty();
    }

    /** Ids are ordered by time, so that they alone say which came first. */
    @Override
    public Page<Group> page(PageRequest request) {
        Keyset keyset = Keyset.byId(USER_GROUP.GROUP_ID, request);
        List<Group> read = statements
                .query(selected()
                        .and(request.search()
                                .map(search -> Keyset.beginsWith(USER_GROUP.NAME_CANONICAL, canonical(search)))
                                .orElse(trueCondition()))
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(PostgresGroups::toDomain);
        return Page.of(read, request, group -> Position.of(group.id().toString()));
    }

    @Override
    public Optional<Group> find(GroupId id) {
        return first(selected().and(USER_GROUP.GROUP_ID.eq(id.value())));
    }

    /** Weak enough that a group may be put into this one meanwhile, which says nothing of this one. */
    @Override
    public Optional<Group> lock(GroupId id) {
        return first(selected().and(USER_GROUP.GROUP_ID.eq(id.value())).forNoKeyUpdate());
    }

    /** The row is locked; another of the same name may come first, and then this fails. */
    @Override
    public boolean replace(Group group) {
        return statements
                .query(update(USER_GROUP)
                        .set(row(group))
                        .where(isGroup(group.id()))
                        .and(notExists(selectOne()
                                .from(OTHER)
                                .where(OTHER.ORG_ID.eq(org.value()))
                                .and(OTHER.GROUP_ID.ne(group.id().value()))
                                .and(OTHER.NAME_CANONICAL.eq(canonical(group.name())))))
                        .returning(USER_GROUP.GROUP_ID))
                .isNotEmpty();
    }

    @Override
    public void remove(GroupId id) {
        statements.later(deleteFrom(GROUP_MEMBER)
                .where(GROUP_MEMBER.ORG_ID.eq(org.value()))
                .and(GROUP_MEMBER.GROUP_ID.eq(id.value())));
        new HolderRemoval(statements, org).remove(id.asHolder());
        statements.later(deleteFrom(USER_GROUP).where(isGroup(id)));
    }

    @Override
    public List<GroupId> lineage(GroupId id) {
        return statements
                .query(withRecursive(name("walk")
                                .fields("id", "parent", "level")
                                .as(select(USER_GROUP.GROUP_ID, USER_GROUP.PARENT_GROUP_ID, inline(1))
                                        .from(USER_GROUP)
                                        .where(isGroup(id))
                                        .unionAll(select(
                                                        USER_GROUP.GROUP_ID,
                                                        USER_GROUP.PARENT_GROUP_ID,
                                                        LEVEL.plus(inline(1)))
                                                .from(WALK)
                                                .join(USER_GROUP)
                                                .on(USER_GROUP.ORG_ID.eq(org.value()))
                                                .and(USER_GROUP.GROUP_ID.eq(PARENT))
                                                .and(LEVEL.le(inline(Group.DEPTH_MAX))))))
                        .select(ID)
                        .from(WALK)
                        .orderBy(LEVEL))
                .map(row -> new GroupId(row.get(ID)));
    }

    @Override
    public int height(GroupId id) {
        Field<Integer> height = max(LEVEL).as("height");
        Integer found = statements
                .query(withRecursive(name("walk")
                                .fields("id", "level")
                                .as(select(val(id.value()), inline(1))
                                        .unionAll(select(USER_GROUP.GROUP_ID, LEVEL.plus(inline(1)))
                                                .from(WALK)
                                                .join(USER_GROUP)
                                                .on(USER_GROUP.ORG_ID.eq(org.value()))
                                                .and(USER_GROUP.PARENT_GROUP_ID.eq(ID))
                                                .and(LEVEL.le(inline(Group.DEPTH_MAX))))))
                        .select(height)
                        .from(WALK))
                .getFirst()
                .get(height);
        return found;
    }

    private static Map<Field<?>, Object> row(Group group) {
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        row.put(USER_GROUP.NAME, group.name());
        row.put(USER_GROUP.NAME_CANONICAL, canonical(group.name()));
        row.put(USER_GROUP.DESCRIPTION, group.description());
        row.put(
                USER_GROUP.PARENT_GROUP_ID,
                val(group.parent().map(GroupId::value).orElse(null), USER_GROUP.PARENT_GROUP_ID));
        row.put(USER_GROUP.VERSION, group.version());
        row.put(USER_GROUP.UPDATED_AT, group.updatedAt());
        return row;
    }

    private static String canonical(String name) {
        return CanonicalName.of(name).value();
    }

    private Condition isGroup(GroupId id) {
        return USER_GROUP.ORG_ID.eq(org.value()).and(USER_GROUP.GROUP_ID.eq(id.value()));
    }

    private SelectConditionStep<Record> selected() {
        return select(COLUMNS).from(USER_GROUP).where(USER_GROUP.ORG_ID.eq(org.value()));
    }

    private Optional<Group> first(ResultQuery<Record> query) {
        return statements.query(query).stream().map(PostgresGroups::toDomain).findFirst();
    }

    private static Group toDomain(Record row) {
        return new Group(
                new GroupId(row.get(USER_GROUP.GROUP_ID)),
                row.get(USER_GROUP.NAME),
                row.get(USER_GROUP.DESCRIPTION),
                Optional.ofNullable(row.get(USER_GROUP.PARENT_GROUP_ID)).map(GroupId::new),
                row.get(USER_GROUP.VERSION),
                row.get(USER_GROUP.CREATED_AT),
                row.get(USER_GROUP.UPDATED_AT));
    }
}
