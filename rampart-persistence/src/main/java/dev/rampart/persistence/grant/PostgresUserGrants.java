package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.grant.IssuedToken;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.grant.UserGrants;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.user.UserRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Grants in the table {@code user_grant}. */
public record PostgresUserGrants(Statements statements, OrgId org) implements UserGrants {

    @Override
    public void add(UserGrant grant, Instant now) {
        statements.later(insertInto(USER_GRANT)
                .set(USER_GRANT.ORG_ID, org.value())
                .set(USER_GRANT.GRANT_ID, grant.id().value())
                .set(USER_GRANT.USER_ID, grant.user().value())
                .set(USER_GRANT.CLIENT_ID, grant.client().value())
                .set(USER_GRANT.SESSION_ID, grant.session().value())
                .set(USER_GRANT.SCOPE, grant.scopes().toString())
                .set(
                        USER_GRANT.RESOURCES,
                        grant.resources().stream().map(Resource::value).toArray(String[]::new))
                .set(USER_GRANT.AUTH_TIME, grant.authentication().time())
                .set(USER_GRANT.ACR, grant.authentication().acr())
                .set(USER_GRANT.AMR, Words.of(grant.authentication().amr()))
                .set(USER_GRANT.REQUESTED_CLAIMS, grant.claims().orElse(null))
                .set(USER_GRANT.OFFLINE, grant.offline())
                .set(
                        USER_GRANT.EPOCH,
                        field(select(ORGANIZATION.SESSION_EPOCH)
                                .from(ORGANIZATION)
                                .where(ORGANIZATION.ORG_ID.eq(org.value()))))
                .set(USER_GRANT.CREATED_AT, now));
    }

    @Override
    public void revoke(GrantId grant, Instant now) {
        statements.later(update(USER_GRANT)
                .set(USER_GRANT.REVOKED_AT, now)
                .where(USER_GRANT.ORG_ID.eq(org.value()))
                .and(USER_GRANT.GRANT_ID.eq(grant.value()))
                .and(USER_GRANT.REVOKED_AT.isNull()));
    }

    @Override
    public Optional<Told> person(IssuedToken token, Duration idle, Instant now) {
        return token.grant()
                .flatMap(grant -> statements
                        .query(select(UserRow.COLUMNS)
                                .select(USER_GRANT.REQUESTED_CLAIMS)
                                .from(Standing.grants())
                                .where(USER_GRANT.ORG_ID.eq(org.value()))
                                .and(USER_GRANT.GRANT_ID.eq(grant.value()))
                                .and(Standing.isStanding(idle, now))
                                .and(CLIENT.ENABLED.isTrue())
                                .and(RevokedTokens.isNone(org, token.id())))
                        .stream()
                        .map(row -> new Told(
                                UserRow.toDomain(row), Optional.ofNullable(row.get(USER_GRANT.REQUESTED_CLAIMS))))
                        .findFirst());
    }
}
