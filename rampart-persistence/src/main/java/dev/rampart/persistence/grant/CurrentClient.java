package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.shared.OrgId;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Record1;

/** A client that is still as it is at hand, in an enabled organization, for statements that give it something. */
final class CurrentClient {

    private static final String NAME = "current";

    private CurrentClient() {}

    /** Has a row if there is such a client. */
    static CommonTableExpression<Record1<Integer>> named(OrgId org, ClientId client, long version) {
        return name(NAME)
                .as(selectOne()
                        .from(CLIENT)
                        .join(ORGANIZATION)
                        .on(ORGANIZATION.ORG_ID.eq(CLIENT.ORG_ID))
                        .and(ORGANIZATION.ENABLED.isTrue())
                        .where(CLIENT.ORG_ID.eq(org.value()))
                        .and(CLIENT.CLIENT_ID.eq(client.value()))
                        .and(CLIENT.ENABLED.isTrue())
                        .and(CLIENT.VERSION.eq(version)));
    }

    /** For the rest of the statement. */
    static Condition isThere() {
        return exists(selectOne().from(table(name(NAME))));
    }
}
