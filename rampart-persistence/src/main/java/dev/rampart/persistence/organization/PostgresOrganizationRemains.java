package dev.rampart.persistence.organization;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.organization.OrganizationRemains;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import org.jooq.Field;

/** What is left of an organization, erased by a function of the database's: the server itself may delete no key. */
public record PostgresOrganizationRemains(Statements statements, OrgId org) implements OrganizationRemains {

    private static final Field<Integer> GONE = field(name("gone"), Integer.class);

    @Override
    public int erase(int most) {
        Field<Integer> erased = field("erase_organization({0}, {1})", Integer.class, val(org.value()), val(most));
        return statements.query(select(erased.as(GONE))).getFirst().get(GONE);
    }
}
