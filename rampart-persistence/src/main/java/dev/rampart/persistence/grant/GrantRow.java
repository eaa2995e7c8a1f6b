package dev.rampart.persistence.grant;

import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.coalesce;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.Behind;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.grant.UserGrant;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.scope.Resource;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.session.Authentication;
import dev.rampart.domain.session.SessionId;
import dev.rampart.domain.user.UserId;
import dev.rampart.persistence.resource.ResourceServerRow;
import dev.rampart.persistence.role.RolesHeld;
import dev.rampart.persistence.settings.Chosen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A grant as columns, of itself and of what stands behind it. */
final class GrantRow {

    private static final Field<Boolean> STANDING = DSL.field(DSL.name("standing"), Boolean.class);
    private static final Field<String[]> ROLES = DSL.field(DSL.name("roles"), String[].class);

    /** Grants of before this was written down have it from their session. */
    private static final Field<Instant> AUTH_TIME =
            coalesce(USER_GRANT.AUTH_TIME, SESSION.AUTH_TIME).as("granted_auth_time");

    private static final Field<String> ACR =
            coalesce(USER_GRANT.ACR, SESSION.ACR).as("granted_acr");
    private static final Field<String[]> AMR =
            coalesce(USER_GRANT.AMR, SESSION.AMR).as("granted_amr");

    /** Of {@link Standing#grants}. */
    static final List<SelectFieldOrAsterisk> COLUMNS = List.of(
            USER_GRANT.GRANT_ID,
            USER_GRANT.USER_ID,
            USER_GRANT.CLIENT_ID,
            USER_GRANT.SESSION_ID,
            USER_GRANT.SCOPE,
            USER_GRANT.RESOURCES,
            USER_GRANT.REQUESTED_CLAIMS,
            USER_GRANT.OFFLINE,
            AUTH_TIME,
            ACR,
            AMR);

    private GrantRow() {}

    /**
     * What stands behind a grant, of its table joined to the resource server and, on {@link Chosen#isOf}, the settings.
     */
    static List<SelectFieldOrAsterisk> behind(Duration idle, Instant now) {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(ResourceServerRow.COLUMNS);
        columns.add(DSL.field(Standing.isStanding(idle, now)).as(STANDING));
        columns.add(RolesHeld.by(RoleHolder.Kind.USER, USER_GRANT.USER_ID.cast(SQLDataType.CLOB))
                .as(ROLES));
        columns.addAll(Chosen.tokens());
        return columns;
    }

    static UserGrant toDomain(Record row) {
        return new UserGrant(
                new GrantId(row.get(USER_GRANT.GRANT_ID)),
                new UserId(row.get(USER_GRANT.USER_ID)),
                new ClientId(row.get(USER_GRANT.CLIENT_ID)),
                new SessionId(row.get(USER_GRANT.SESSION_ID)),
                new Authentication(row.get(AUTH_TIME), row.get(ACR), List.of(row.get(AMR))),
                Scopes.parse(row.get(USER_GRANT.SCOPE)).orElseThrow(),
                Arrays.stream(row.get(USER_GRANT.RESOURCES)).map(Resource::new).toList(),
                Optional.ofNullable(row.get(USER_GRANT.REQUESTED_CLAIMS)),
                row.get(USER_GRANT.OFFLINE));
    }

    static Behind behind(Record row) {
        return new Behind(
                row.get(STANDING),
                RolesHeld.toDomain(row.get(ROLES)),
                ResourceServerRow.optional(row),
                Chosen.tokens(row));
    }
}
