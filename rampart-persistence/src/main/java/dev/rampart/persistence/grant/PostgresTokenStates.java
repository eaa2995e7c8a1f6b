package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.REFRESH_TOKEN;
import static dev.rampart.persistence.schema.Tables.REVOKED_TOKEN;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.IssuedToken;
import dev.rampart.domain.grant.TokenStates;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.role.Permission;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.role.RolesHeld;
import dev.rampart.persistence.session.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** What tokens stand on, in the tables of grants, refresh tokens and revoked tokens. */
public record PostgresTokenStates(Statements statements, OrgId org) implements TokenStates {

    private static final Field<String> USERNAME = field(name("username_of_grant"), String.class);
    private static final Field<String[]> ASKER = field(name("roles_of_asker"), String[].class);

    @Override
    public void revoke(IssuedToken token) {
        statements.later(insertInto(REVOKED_TOKEN)
                .set(REVOKED_TOKEN.ORG_ID, org.value())
                .set(REVOKED_TOKEN.JTI, token.id())
                .set(REVOKED_TOKEN.EXPIRES_AT, token.expiresAt())
                .onConflictDoNothing());
    }

    @Override
    public Optional<UserGrant> family(Sha256 refreshToken) {
        return statements
                .query(select(GrantRow.COLUMNS)
                        .from(REFRESH_TOKEN
                                .join(Standing.grants())
                                .on(USER_GRANT.ORG_ID.eq(REFRESH_TOKEN.ORG_ID))
                                .and(USER_GRANT.GRANT_ID.eq(REFRESH_TOKEN.GRANT_ID)))
                        .where(REFRESH_TOKEN.ORG_ID.eq(org.value()))
                        .and(REFRESH_TOKEN.TOKEN_HASH.eq(refreshToken.bytes())))
                .stream()
                .map(GrantRow::toDomain)
                .findFirst();
    }

    @Override
    public Optional<State> access(IssuedToken token, Asker asker, Duration sessionIdle, Instant now) {
        return token.grant().isPresent()
                ? ofAPerson(token, asker, Standing.isStanding(sessionIdle, now))
                : ofAClient(token, asker);
    }

    private Optional<State> ofAPerson(IssuedToken token, Asker asker, Condition isStanding) {
        return statements
                .query(select(People.displayName().as(USERNAME), rolesOf(asker))
                        .from(Standing.grants())
                        .where(USER_GRANT.ORG_ID.eq(org.value()))
                        .and(USER_GRANT.GRANT_ID.eq(token.grant().orElseThrow().value()))
                        .and(isStanding)
                        .and(CLIENT.ENABLED.isTrue())
                        .and(RevokedTokens.isNone(org, token.id())))
                .stream()
                .map(row -> new State(Optional.ofNullable(row.get(USERNAME)), mayKnow(row, token.client(), asker)))
                .findFirst();
    }

    private Optional<State> ofAClient(IssuedToken token, Asker asker) {
        return statements
                .query(select(rolesOf(asker))
                        .from(CLIENT)
                        .join(ORGANIZATION)
                        .on(ORGANIZATION.ORG_ID.eq(CLIENT.ORG_ID))
                        .and(ORGANIZATION.ENABLED.isTrue())
                        .where(CLIENT.ORG_ID.eq(org.value()))
                        .and(CLIENT.CLIENT_ID.eq(token.client().value()))
                        .and(CLIENT.ENABLED.isTrue())
                        .and(RevokedTokens.isNone(org, token.id())))
                .stream()
                .map(row -> new State(Optional.empty(), mayKnow(row, token.client(), asker)))
                .findFirst();
    }

    @Override
    public Optional<RefreshState> refresh(Sha256 token, Asker asker, Duration sessionIdle, Instant now) {
        return statements
                .query(select(GrantRow.COLUMNS)
                        .select(REFRESH_TOKEN.EXPIRES_AT, People.displayName().as(USERNAME), rolesOf(asker))
                        .from(REFRESH_TOKEN
                                .join(Standing.grants())
                                .on(USER_GRANT.ORG_ID.eq(REFRESH_TOKEN.ORG_ID))
                                .and(USER_GRANT.GRANT_ID.eq(REFRESH_TOKEN.GRANT_ID)))
                        .where(REFRESH_TOKEN.ORG_ID.eq(org.value()))
                        .and(REFRESH_TOKEN.TOKEN_HASH.eq(token.bytes()))
                        .and(REFRESH_TOKEN.ROTATED_AT.isNull())
                        .and(REFRESH_TOKEN.EXPIRES_AT.gt(now))
                        .and(Standing.isStanding(sessionIdle, now))
                        .and(CLIENT.ENABLED.isTrue()))
                .stream()
                .map(row -> refreshState(row, asker))
                .findFirst();
    }

    private static RefreshState refreshState(Record row, Asker asker) {
        UserGrant grant = GrantRow.toDomain(row);
        return new RefreshState(
                grant,
                row.get(REFRESH_TOKEN.EXPIRES_AT),
                new State(Optional.ofNullable(row.get(USERNAME)), mayKnow(row, grant.client(), asker)));
    }

    private static Field<String[]> rolesOf(Asker asker) {
        return RolesHeld.by(RoleHolder.Kind.CLIENT, val(asker.client().value())).as(ASKER);
    }

    private static boolean mayKnow(Record row, ClientId owner, Asker asker) {
        return owner.equals(asker.client())
                || RolesHeld.toDomain(row.get(ASKER)).permissions().contains(Permission.TOKEN_INTROSPECT);
    }
}
