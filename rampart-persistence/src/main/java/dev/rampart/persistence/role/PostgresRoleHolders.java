package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.ROLE;
import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static dev.rampart.persistence.schema.Tables.USER_GROUP;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.withRecursive;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.role.HeldRole;
import dev.rampart.domain.role.Loss;
import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.Rights;
import dev.rampart.domain.role.Role;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.role.RoleHolders;
import dev.rampart.domain.role.RoleSet;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Who holds which role and how, in the tables {@code role_assignment}, {@code user_group} and {@code group_member}. */
public record PostgresRoleHolders(Statements statements, OrgId org) implements RoleHolders {

    @Override
    public boolean isThere(RoleHolder holder) {
        return statements.query(row(holder)).isNotEmpty();
    }

    @Override
    public boolean lock(RoleHolder holder) {
        return statements.query(row(holder).forShare()).isNotEmpty();
    }

    private SelectConditionStep<?> row(RoleHolder holder) {
        return switch (holder.kind()) {
            case USER ->
                selectOne()
                        .from(APP_USER)
                        .where(APP_USER.ORG_ID.eq(org.value()))
                        .and(APP_USER.USER_ID.eq(UUID.fromString(holder.id())))
                        .and(APP_USER.DELETED_AT.isNull());
            case CLIENT ->
                selectOne().from(CLIENT).where(CLIENT.ORG_ID.eq(org.value())).and(CLIENT.CLIENT_ID.eq(holder.id()));
            case GROUP ->
                selectOne()
                        .from(USER_GROUP)
                        .where(USER_GROUP.ORG_ID.eq(org.value()))
                        .and(USER_GROUP.GROUP_ID.eq(UUID.fromString(holder.id())));
        };
    }

    @Override
    public RoleSet given(RoleHolder holder) {
        Set<Role> builtIn = EnumSet.noneOf(Role.class);
        List<OwnRole> own = new ArrayList<>();
        statements
                .query(select(ROLE_ASSIGNMENT.ROLE)
                        .select(RoleRow.COLUMNS)
                        .from(ROLE_ASSIGNMENT)
                        .leftJoin(ROLE)
                        .on(ROLE.ORG_ID.eq(ROLE_ASSIGNMENT.ORG_ID))
                        .and(ROLE.ROLE_ID.eq(ROLE_ASSIGNMENT.ROLE_ID))
                        .where(ROLE_ASSIGNMENT.ORG_ID.eq(org.value()))
                        .and(isGiven(holder))
                        .orderBy(ROLE.NAME))
                .forEach(row -> {
                    if (row.get(ROLE.ROLE_ID) == null) {
                        builtIn.add(builtIn(row));
                    } else {
                        own.add(RoleRow.toDomain(row));
                    }
                });
        return new RoleSet(builtIn, own);
    }

    @Override
    public List<HeldRole> ways(RoleHolder holder) {
        return statements
                .query(withRecursive(GroupsAbove.withWays(holder.kind(), val(holder.id())))
                        .select(ROLE_ASSIGNMENT.ROLE)
                        .select(RoleRow.COLUMNS)
                        .select(GroupsAbove.IDS, GroupsAbove.NAMES)
                        .from(ROLE_ASSIGNMENT)
                        .leftJoin(GroupsAbove.TABLE)
                        .on(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(RoleHolder.Kind.GROUP)))
                        .and(ROLE_ASSIGNMENT.HOLDER_ID.eq(GroupsAbove.HOLDER))
                        .leftJoin(ROLE)
                        .on(ROLE.ORG_ID.eq(ROLE_ASSIGNMENT.ORG_ID))
                        .and(ROLE.ROLE_ID.eq(ROLE_ASSIGNMENT.ROLE_ID))
                        .where(ROLE_ASSIGNMENT.ORG_ID.eq(org.value()))
                        .and(isGiven(holder).or(GroupsAbove.HOLDER.isNotNull()))
                        .orderBy(ROLE_ASSIGNMENT.ROLE, GroupsAbove.NAMES.sortDefault()))
                .map(PostgresRoleHolders::held);
    }

    /** The organization's row: whoever comes next waits, and sees what became of it. Nothing that is added waits. */
    @Override
    public void holdOwners() {
        statements.query(select(ORGANIZATION.ORG_ID)
                .from(ORGANIZATION)
                .where(ORGANIZATION.ORG_ID.eq(org.value()))
                .forNoKeyUpdate());
    }

    @Override
    public boolean keepsAnOwner(Loss loss) {
        return isOwned(loss) || !isOwned(new Loss.Nothing());
    }

    private boolean isOwned(Loss loss) {
        return statements
                .query(new Holding(org, Role.OWNER, loss).people().limit(inline(1)))
                .isNotEmpty();
    }

    private static Condition isGiven(RoleHolder holder) {
        return ROLE_ASSIGNMENT
                .HOLDER_KIND
                .eq(CanonicalEvent.word(holder.kind()))
                .and(ROLE_ASSIGNMENT.HOLDER_ID.eq(holder.id()));
    }

    private static Role builtIn(Record row) {
        return Role.parse(row.get(ROLE_ASSIGNMENT.ROLE)).orElseThrow();
    }

    private static HeldRole held(Record row) {
        List<HeldRole.GroupStep> through = through(row.get(GroupsAbove.IDS), row.get(GroupsAbove.NAMES));
        if (row.get(ROLE.ROLE_ID) == null) {
            Role role = builtIn(row);
            return new HeldRole(role, role.toString(), Rights.of(role), through);
        }
        OwnRole role = RoleRow.toDomain(row);
        return new HeldRole(role.id(), role.name(), role.rights(), through);
    }

    private static List<HeldRole.GroupStep> through(UUID @Nullable [] ids, String @Nullable [] names) {
        return ids == null || names == null
                ? List.of()
                : IntStream.range(0, ids.length)
                        .mapToObj(i -> new HeldRole.GroupStep(ids[i].toString(), names[i]))
                        .toList();
    }
}
