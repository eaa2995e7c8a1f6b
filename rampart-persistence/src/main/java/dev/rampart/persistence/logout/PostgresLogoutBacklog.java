package dev.rampart.persistence.logout;

import static dev.rampart.persistence.schema.Tables.LOGOUT_NOTICE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import dev.rampart.domain.logout.LogoutBacklog;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.Field;

/** Looks at the notices of all organizations, through the policy that lets them be looked through. */
public record PostgresLogoutBacklog(DataSource pool) implements LogoutBacklog {

    private static final Field<Integer> WAITING = counted(LOGOUT_NOTICE.GIVEN_UP_AT.isNull(), "waiting");
    private static final Field<Integer> FAILED = counted(LOGOUT_NOTICE.GIVEN_UP_AT.isNotNull(), "failed");
    private static final Field<Instant> OLDEST = field(
                    select(min(LOGOUT_NOTICE.CREATED_AT)).from(LOGOUT_NOTICE).where(LOGOUT_NOTICE.GIVEN_UP_AT.isNull()))
            .as("oldest");

    @Override
    public Backlog look() {
        return Statements.acrossOrganizations(pool, statements -> statements.query(select(WAITING, FAILED, OLDEST)))
                .map(row -> new Backlog(row.get(WAITING), row.get(FAILED), Optional.ofNullable(row.get(OLDEST))))
                .getFirst();
    }

    private static Field<Integer> counted(Condition which, String name) {
        return field(selectCount()
                        .from(selectOne().from(LOGOUT_NOTICE).where(which).limit(inline(COUNTED_MAX))))
                .as(name);
    }
}
