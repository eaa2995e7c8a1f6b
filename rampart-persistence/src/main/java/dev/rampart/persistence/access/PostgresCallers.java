package dev.rampart.persistence.access;

import static dev.rampart.persistence.schema.Tables.APP_USER;
import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.ORGANIZATION;
import static dev.rampart.persistence.schema.Tables.SESSION;
import static dev.rampart.persistence.schema.Tables.USER_GRANT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.access.Callers;
import dev.rampart.domain.audit.Actor;
import dev.rampart.domain.audit.CanonicalEvent;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.grant.GrantId;
import dev.rampart.domain.role.RoleHolder;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.RateLimit;
import dev.rampart.persistence.Statements;
import dev.rampart.persistence.grant.RevokedTokens;
import dev.rampart.persistence.grant.Standing;
import dev.rampart.persistence.key.PersonalKeys;
import dev.rampart.persistence.role.RolesHeld;
import dev.rampart.persistence.session.People;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Callers, asked about in the statement that counts their call. */
public record PostgresCallers(Statements statements, OrgId org, PersonalKeys keys) implements Callers {

    private static final Field<Boolean> PASSED = field(name("passed"), Boolean.class);
    private static final Field<Instant> DUE = field(name("due"), SQLDataType.INSTANT);
    private static final Field<String> KIND = field(name("caller", "kind"), String.class);
    private static final Field<String> ID = field(name("caller", "id"), String.class);
    private static final Field<String> NAME = field(name("caller", "display"), String.class);
    private static final Field<UUID> SID = field(name("caller", "sid"), UUID.class);
    private static final Field<UUID> USER = field(name("caller", "user_id"), UUID.class);
    private static final Field<byte[]> KEY = field(name("caller", "personal_key"), byte[].class);
    private static final Field<String[]> ROLES = field(name("caller", "roles"), String[].class);

    @Override
    public Answer admit(Asking asking, Instant now) {
        RateLimit limit =
                new RateLimit(org, RateLimit.Bucket.ADMIN, asking.token().hex(), asking.rate(), now);
        CommonTableExpression<?> caller = switch (asking.who()) {
            case Identity.ServiceAccount(ClientId client) -> serviceAccount(client, asking.id());
            case Identity.Person(GrantId grant) -> person(grant, asking, now);
        };
        Record row = statements
                .query(with(limit.counted())
                        .with(caller)
                        .select(
                                field(RateLimit.passed()).as(PASSED),
                                limit.due().as(DUE),
                                KIND,
                                ID,
                                NAME,
                                SID,
                                ROLES,
                                USER,
                                KEY)
                        .from(selectOne().asTable("always"))
                        .leftJoin(table(name("caller")))
                        .on(trueCondition()))
                .getFirst();
        keys.meet(row.get(USER), row.get(KEY));
        @Nullable Instant due = row.get(DUE);
        if (!row.get(PASSED)) {
            return new Answer.Limited(limit.retryAt(due));
        }
        return row.get(ID) == null ? new Answer.Gone() : known(row, limit.dueAfter(due));
    }

    private static Answer known(Record row, Instant due) {
        Actor.Kind kind =
                row.get(KIND).equals(CanonicalEvent.word(Actor.Kind.USER)) ? Actor.Kind.USER : Actor.Kind.CLIENT;
        Actor actor = new Actor(kind, Optional.of(row.get(ID)), Optional.of(row.get(NAME)), Optional.empty());
        Optional<String> session = Optional.ofNullable(row.get(SID)).map(UUID::toString);
        return new Answer.Known(actor, session, RolesHeld.toDomain(row.get(ROLES)), due);
    }

    private CommonTableExpression<?> serviceAccount(ClientId client, String token) {
        return name("caller")
                .fields("kind", "id", "display", "sid", "roles", "user_id", "personal_key")
                .as(select(
                                inline(CanonicalEvent.word(Actor.Kind.CLIENT)),
                                CLIENT.CLIENT_ID,
                                CLIENT.CLIENT_NAME,
                                inline(null, SQLDataType.UUID),
                                RolesHeld.by(RoleHolder.Kind.CLIENT, CLIENT.CLIENT_ID),
                                inline(null, SQLDataType.UUID),
                                inline(null, SQLDataType.BLOB))
                        .from(CLIENT)
                        .join(ORGANIZATION)
                        .on(ORGANIZATION.ORG_ID.eq(CLIENT.ORG_ID))
                        .and(ORGANIZATION.ENABLED.isTrue())
                        .where(CLIENT.ORG_ID.eq(org.value()))
                        .and(CLIENT.CLIENT_ID.eq(client.value()))
                        .and(CLIENT.ENABLED.isTrue())
                        .and(RevokedTokens.isNone(org, token)));
    }

    private CommonTableExpression<?> person(GrantId grant, Asking asking, Instant now) {
        return name("caller")
                .fields("kind", "id", "display", "sid", "roles", "user_id", "personal_key")
                .as(select(
                                inline(CanonicalEvent.word(Actor.Kind.USER)),
                                USER_GRANT.USER_ID.cast(SQLDataType.CLOB),
                                People.displayName(),
                                SESSION.SESSION_ID,
                                RolesHeld.by(RoleHolder.Kind.USER, USER_GRANT.USER_ID.cast(SQLDataType.CLOB)),
                                USER_GRANT.USER_ID,
                                APP_USER.PERSONAL_KEY)
                        .from(Standing.grants())
                        .where(USER_GRANT.ORG_ID.eq(org.value()))
                        .and(USER_GRANT.GRANT_ID.eq(grant.value()))
                        .and(Standing.isStanding(asking.idle(), now))
                        .and(CLIENT.ENABLED.isTrue())
                        .and(RevokedTokens.isNone(org, asking.id())));
    }
}
