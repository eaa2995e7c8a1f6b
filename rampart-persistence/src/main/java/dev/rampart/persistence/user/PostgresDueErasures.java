package dev.rampart.persistence.user;

import static dev.rampart.persistence.schema.Tables.USER_ERASURE;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.user.DueErasures;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Whose time is over, through the policy that shows the ids in {@code user_erasure}, and nothing else of anybody. */
public record PostgresDueErasures(DataSource pool) implements DueErasures {

    @Override
    public List<Due> first(int atMost, Instant now) {
        return Statements.acrossOrganizations(
                pool,
                statements -> statements
                        .query(select(USER_ERASURE.ORG_ID, USER_ERASURE.USER_ID)
                                .from(USER_ERASURE)
                                .where(USER_ERASURE.DUE_AT.le(now))
                                .orderBy(USER_ERASURE.DUE_AT)
                                .limit(atMost))
                        .map(row -> new Due(
                                new OrgId(row.get(USER_ERASURE.ORG_ID)), new UserId(row.get(USER_ERASURE.USER_ID)))));
    }
}
