package dev.rampart.persistence.role;

import static dev.rampart.persistence.schema.Tables.GROUP_MEMBER;
import static dev.rampart.persistence.schema.Tables.ROLE_ASSIGNMENT;
import static org.jooq.impl.DSL.deleteFrom;

import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;

/** Takes somebody out of every table that says what they hold. */
public record HolderRemoval(Statements statements, OrgId org) {

    public void remove(RoleHolder holder) {
        statements.later(deleteFrom(ROLE_ASSIGNMENT)
                .where(ROLE_ASSIGNMENT.ORG_ID.eq(org.value()))
                .and(ROLE_ASSIGNMENT.HOLDER_KIND.eq(CanonicalEvent.word(holder.kind())))
                .and(ROLE_ASSIGNMENT.HOLDER_ID.eq(holder.id())));
        statements.later(deleteFrom(GROUP_MEMBER)
                .where(GROUP_MEMBER.ORG_ID.eq(org.value()))
                .and(GROUP_MEMBER.MEMBER_KIND.eq(CanonicalEvent.word(holder.kind())))
                .and(GROUP_MEMBER.MEMBER_ID.eq(holder.id())));
    }
}
