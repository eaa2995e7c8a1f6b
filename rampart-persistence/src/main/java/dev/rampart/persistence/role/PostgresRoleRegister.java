package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.ROLE;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.role.OwnRole;
import dev.rampart.domain.role.OwnRoleId;
import dev.rampart.domain.role.RoleRegister;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;

/** Roles in the table of that name. */
public record PostgresRoleRegister(Statements statements, OrgId org) implements RoleRegister {

    private static final dev.rampart.persistence.schema.tables.Role OTHER = ROLE.as("other");

    @Override
    public boolean add(OwnRole role) {
        return statements
                .query(insertInto(ROLE)
                        .set(ROLE.ORG_ID, org.value())
                        .set(ROLE.ROLE_ID, role.id().value())
                        .set(ROLE.CREATED_AT, role.createdAt())
                        .set(RoleRow.of(role))
                        .onConflictDoNothing()
                        .returning(ROLE.ROLE_ID))
                .isNotEmpty();
    }

    @Override
    public List<OwnRole> all() {
        return statements.query(selected().orderBy(ROLE.NAME)).map(RoleRow::toDomain);
    }

    @Override
    public Optional<OwnRole> find(OwnRoleId id) {
        return first(selected().and(ROLE.ROLE_ID.eq(id.value())));
    }

    @Override
    public Optional<OwnRole> keep(OwnRoleId id) {
        return first(selected().and(ROLE.ROLE_ID.eq(id.value())).forShare());
    }

    @Override
    public Optional<OwnRole> lock(OwnRoleId id) {
        return first(selected().and(ROLE.ROLE_ID.eq(id.value())).forUpdate());
    }

    /** The row is locked; another of the same name may come first, and then this fails. */
    @Override
    public boolean replace(OwnRole role) {
        return statements
                .query(update(ROLE)
                        .set(RoleRow.of(role))
                        .where(isRole(role.id()))
                        .and(notExists(selectOne()
                                .from(OTHER)
                                .where(OTHER.ORG_ID.eq(org.value()))
                                .and(OTHER.ROLE_ID.ne(role.id().value()))
                                .and(OTHER.NAME.eq(role.name()))))
                        .returning(ROLE.ROLE_ID))
                .isNotEmpty();
    }

    @Override
    public void remove(OwnRoleId id) {
        statements.later(deleteFrom(ROLE).where(isRole(id)));
    }

    private Condition isRole(OwnRoleId id) {
        return ROLE.ORG_ID.eq(org.value()).and(ROLE.ROLE_ID.eq(id.value()));
    }

    private SelectConditionStep<Record> selected() {
        return select(RoleRow.COLUMNS).from(ROLE).where(ROLE.ORG_ID.eq(org.value()));
    }

    private Optional<OwnRole> first(ResultQuery<Record> query) {
        return statements.query(query).stream().map(RoleRow::toDomain).findFirst();
    }
}
