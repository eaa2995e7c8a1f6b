package dev.rampart.persistence.group;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.GROUP_MEMBER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.group.GroupId;
import dev.rampart.domain.group.GroupMembers;
import dev.rampart.domain.group.Member;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.session.People;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.SortField;
import org.jooq.impl.SQLDataType;

/** Who is in which group, in the table {@code group_member}. */
public record PostgresGroupMembers(Statements statements, OrgId org) implements GroupMembers {

    private static final String USER = CanonicalEvent.word(RoleHolder.Kind.USER);
    private static final Row2<String, String> KEY = row(GROUP_MEMBER.MEMBER_KIND, GROUP_MEMBER.MEMBER_ID);
    private static final Field<String> KIND = field(name("members", "kind"), SQLDataType.CLOB);
    private static final Field<String> ID = field(name("members", "id"), SQLDataType.CLOB);
    private static final Field<UUID> USER_ID = field(name("members", "user_id"), SQLDataType.UUID);
    private static final Field<Instant> ADDED_AT = field(name("members", "added_at"), SQLDataType.INSTANT);
    private static final Field<String> SHOWN =
            coalesce(People.displayName(), CLIENT.CLIENT_NAME).as("shown");

    /** Kind and id are the order, as the primary key has it. */
    @Override
    public Page<Member> page(GroupId group, PageRequest request) {
        CommonTableExpression<?> members = name("members")
                .fields("kind", "id", "user_id", "added_at")
                .asMaterialized(select(
                                GROUP_MEMBER.MEMBER_KIND,
                                GROUP_MEMBER.MEMBER_ID,
                                when(GROUP_MEMBER.MEMBER_KIND.eq(USER), GROUP_MEMBER.MEMBER_ID.cast(SQLDataType.UUID)),
                                GROUP_MEMBER.ADDED_AT)
                        .from(GROUP_MEMBER)
                        .where(GROUP_MEMBER.ORG_ID.eq(org.value()))
                        .and(GROUP_MEMBER.GROUP_ID.eq(group.value()))
                        .and(isThere())
                        .and(beyond(request))
                        .orderBy(order(request, GROUP_MEMBER.MEMBER_KIND, GROUP_MEMBER.MEMBER_ID))
                        .limit(request.limit() + 1));
        List<Member> read = statements
                .query(with(members)
                        .select(KIND, ID, ADDED_AT, SHOWN)
                        .from(table(name("members")))
                        .leftJoin(APP_USER)
                        .on(APP_USER.ORG_ID.eq(org.value()))
                        .and(APP_USER.USER_ID.eq(USER_ID))
                        .leftJoin(CLIENT)
                        .on(CLIENT.ORG_ID.eq(org.value()))
                        .and(USER_ID.isNull())
                        .and(CLIENT.CLIENT_ID.eq(ID))
                        .orderBy(order(request, KIND, ID)))
                .map(PostgresGroupMembers::toDomain);
        return Page.of(
                read,
                request,
                member -> Position.of(
                        CanonicalEvent.word(member.holder().kind()),
                        member.holder().id()));
    }

    /** Whoever is deleted stays a member until they are erased, for they may be restored. */
    private static Condition isThere() {
        return GROUP_MEMBER
                .MEMBER_KIND
                .ne(USER)
                .or(exists(selectOne()
                        .from(APP_USER)
                        .where(APP_USER.ORG_ID.eq(GROUP_MEMBER.ORG_ID))
                        .and(APP_USER.USER_ID.eq(GROUP_MEMBER.MEMBER_ID.cast(SQLDataType.UUID)))
                        .and(APP_USER.DELETED_AT.isNull())));
    }

    @Override
    public boolean contains(GroupId group, RoleHolder member) {
        return statements
                .query(selectOne().from(GROUP_MEMBER).where(isMember(group, member)))
                .isNotEmpty();
    }

    @Override
    public void add(GroupId group, RoleHolder member, Instant now) {
        statements.later(insertInto(GROUP_MEMBER)
                .set(GROUP_MEMBER.ORG_ID, org.value())
                .set(GROUP_MEMBER.GROUP_ID, group.value())
                .set(GROUP_MEMBER.MEMBER_KIND, CanonicalEvent.word(member.kind()))
                .set(GROUP_MEMBER.MEMBER_ID, member.id())
                .set(GROUP_MEMBER.ADDED_AT, now)
                .onConflictDoNothing());
    }

    @Override
    public void remove(GroupId group, RoleHolder member) {
        statements.later(deleteFrom(GROUP_MEMBER).where(isMember(group, member)));
    }

    private static Condition beyond(PageRequest request) {
        return request.after()
                .map(position -> row(position.keys().getFirst(), position.keys().getLast()))
                .map(last -> request.order().descending() ? KEY.lt(last) : KEY.gt(last))
                .orElse(trueCondition());
    }

    private static List<SortField<?>> order(PageRequest request, Field<String> kind, Field<String> id) {
        return request.order().descending() ? List.of(kind.desc(), id.desc()) : List.of(kind.asc(), id.asc());
    }

    private Condition isMember(GroupId group, RoleHolder member) {
        return GROUP_MEMBER
                .ORG_ID
                .eq(org.value())
                .and(GROUP_MEMBER.GROUP_ID.eq(group.value()))
                .and(GROUP_MEMBER.MEMBER_KIND.eq(CanonicalEvent.word(member.kind())))
                .and(GROUP_MEMBER.MEMBER_ID.eq(member.id()));
    }

    private static Member toDomain(Record row) {
        RoleHolder.Kind kind = row.get(KIND).equals(USER) ? RoleHolder.Kind.USER : RoleHolder.Kind.CLIENT;
        return new Member(new RoleHolder(kind, row.get(ID)), row.get(SHOWN), row.get(ADDED_AT));
    }
}
