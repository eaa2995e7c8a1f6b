package dev.rampart.persistence.registration;

import static dev.rampart.persistence.schema.Tables.INITIAL_ACCESS_TOKEN;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.registration.InitialAccessToken;
import dev.rampart.domain.registration.InitialAccessTokenId;
import dev.rampart.domain.registration.InitialAccessTokens;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Page;
import dev.rampart.domain.shared.PageRequest;
import dev.rampart.domain.shared.Position;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.Keyset;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** Initial access tokens in the table of that name. */
public record PostgresInitialAccessTokens(Statements statements, OrgId org) implements InitialAccessTokens {

    private static final List<Field<?>> COLUMNS = List.of(
            INITIAL_ACCESS_TOKEN.TOKEN_ID,
            INITIAL_ACCESS_TOKEN.DESCRIPTION,
            INITIAL_ACCESS_TOKEN.USES_LEFT,
            INITIAL_ACCESS_TOKEN.CREATED_AT,
            INITIAL_ACCESS_TOKEN.EXPIRES_AT);

    @Override
    public void add(InitialAccessToken token, Sha256 hash) {
        statements.later(insertInto(INITIAL_ACCESS_TOKEN)
                .set(INITIAL_ACCESS_TOKEN.ORG_ID, org.value())
                .set(INITIAL_ACCESS_TOKEN.TOKEN_ID, token.id().value())
                .set(INITIAL_ACCESS_TOKEN.TOKEN_HASH, hash.bytes())
                .set(
                        INITIAL_ACCESS_TOKEN.DESCRIPTION,
                        token.description()
                                .<Field<String>>map(text -> val(text, INITIAL_ACCESS_TOKEN.DESCRIPTION))
                                .orElseGet(() -> inline(null, INITIAL_ACCESS_TOKEN.DESCRIPTION)))
                .set(INITIAL_ACCESS_TOKEN.USES_LEFT, token.usesLeft())
                .set(INITIAL_ACCESS_TOKEN.CREATED_AT, token.createdAt())
                .set(INITIAL_ACCESS_TOKEN.EXPIRES_AT, token.expiresAt()));
    }

    @Override
    public Page<InitialAccessToken> page(PageRequest request, Instant now) {
        Keyset keyset = Keyset.byId(INITIAL_ACCESS_TOKEN.TOKEN_ID, request);
        List<InitialAccessToken> read = statements
                .query(select(COLUMNS)
                        .from(INITIAL_ACCESS_TOKEN)
                        .where(INITIAL_ACCESS_TOKEN.ORG_ID.eq(org.value()))
                        .and(INITIAL_ACCESS_TOKEN.EXPIRES_AT.gt(now))
                        .and(keyset.beyond())
                        .orderBy(keyset.order())
                        .limit(request.limit() + 1))
                .map(PostgresInitialAccessTokens::toDomain);
        return Page.of(read, request, found -> Position.of(found.id().toString()));
    }

    @Override
    public Optional<InitialAccessToken> remove(InitialAccessTokenId id) {
        return statements
                .query(deleteFrom(INITIAL_ACCESS_TOKEN)
                        .where(INITIAL_ACCESS_TOKEN.ORG_ID.eq(org.value()))
                        .and(INITIAL_ACCESS_TOKEN.TOKEN_ID.eq(id.value()))
                        .returning(COLUMNS))
                .stream()
                .map(PostgresInitialAccessTokens::toDomain)
                .findFirst();
    }

    @Override
    public boolean isLive(Sha256 hash, Instant now) {
        return statements
                .query(selectOne().from(INITIAL_ACCESS_TOKEN).where(isUsable(hash, now)))
                .isNotEmpty();
    }

    @Override
    public Optional<InitialAccessTokenId> use(Sha256 hash, Instant now) {
        return statements
                .query(update(INITIAL_ACCESS_TOKEN)
                        .set(INITIAL_ACCESS_TOKEN.USES_LEFT, INITIAL_ACCESS_TOKEN.USES_LEFT.minus(1))
                        .where(isUsable(hash, now))
                        .returning(INITIAL_ACCESS_TOKEN.TOKEN_ID))
                .stream()
                .map(row -> new InitialAccessTokenId(row.get(INITIAL_ACCESS_TOKEN.TOKEN_ID)))
                .findFirst();
    }

    private Condition isUsable(Sha256 hash, Instant now) {
        return INITIAL_ACCESS_TOKEN
                .ORG_ID
                .eq(org.value())
                .and(INITIAL_ACCESS_TOKEN.TOKEN_HASH.eq(hash.bytes()))
                .and(INITIAL_ACCESS_TOKEN.USES_LEFT.gt(0))
                .and(INITIAL_ACCESS_TOKEN.EXPIRES_AT.gt(now));
    }

    private static InitialAccessToken toDomain(Record row) {
        return new InitialAccessToken(
                new InitialAccessTokenId(row.get(INITIAL_ACCESS_TOKEN.TOKEN_ID)),
                Optional.ofNullable(row.get(INITIAL_ACCESS_TOKEN.DESCRIPTION)),
                row.get(INITIAL_ACCESS_TOKEN.USES_LEFT),
                row.get(INITIAL_ACCESS_TOKEN.CREATED_AT),
                row.get(INITIAL_ACCESS_TOKEN.EXPIRES_AT));
    }
}
