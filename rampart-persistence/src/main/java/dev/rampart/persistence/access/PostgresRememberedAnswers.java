package dev.rampart.persistence.access;

import static dev.rampart.persistence.schema.Tables.IDEMPOTENCY_KEY;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.access.RememberedAnswers;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers in the table {@code idempotency_key}, whose primary key decides who does it. */
public record PostgresRememberedAnswers(Statements statements, OrgId org) implements RememberedAnswers {

    private static final Field<Boolean> WON = field(name("is_won"), Boolean.class);

    @Override
    public Claim claim(Sha256 key, Sha256 request, Instant now) {
        Record row = statements
                .query(with(won(key, request, now))
                        .select(
                                field(exists(selectOne().from(table(name("won")))))
                                        .as(WON),
                                IDEMPOTENCY_KEY.REQUEST_HASH,
                                IDEMPOTENCY_KEY.ANSWER)
                        .from(selectOne().asTable("always"))
                        .leftJoin(IDEMPOTENCY_KEY)
                        .on(isKey(key)))
                .getFirst();
        if (row.get(WON)) {
            return new Claim.Won();
        }
        byte @Nullable [] before = row.get(IDEMPOTENCY_KEY.REQUEST_HASH);
        if (before != null && !Arrays.equals(before, request.bytes())) {
            return new Claim.OtherRequest();
        }
        byte @Nullable [] answer = row.get(IDEMPOTENCY_KEY.ANSWER);
        return answer == null ? new Claim.UnderWay() : new Claim.Answered(answer);
    }

    @Override
    public void remember(Sha256 key, byte[] sealed, Set<UUID> mentions) {
        statements.later(update(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.ANSWER, sealed)
                .set(
                        IDEMPOTENCY_KEY.MENTIONS,
                        array(mentions.stream().map(DSL::val).toList()).cast(IDEMPOTENCY_KEY.MENTIONS.getDataType()))
                .where(isKey(key)));
    }

    @Override
    public void forget(Sha256 key) {
        statements.later(deleteFrom(IDEMPOTENCY_KEY).where(isKey(key)));
    }

    private CommonTableExpression<?> won(Sha256 key, Sha256 request, Instant now) {
        return name("won")
                .as(insertInto(IDEMPOTENCY_KEY)
                        .set(IDEMPOTENCY_KEY.ORG_ID, org.value())
                        .set(IDEMPOTENCY_KEY.KEY_HASH, key.bytes())
                        .set(IDEMPOTENCY_KEY.REQUEST_HASH, request.bytes())
                        .set(IDEMPOTENCY_KEY.CREATED_AT, now)
                        .onConflict(IDEMPOTENCY_KEY.ORG_ID, IDEMPOTENCY_KEY.KEY_HASH)
                        .doUpdate()
                        .set(IDEMPOTENCY_KEY.REQUEST_HASH, request.bytes())
                        .set(IDEMPOTENCY_KEY.ANSWER, inline(null, IDEMPOTENCY_KEY.ANSWER))
                        .set(IDEMPOTENCY_KEY.CREATED_AT, now)
                        .where(IDEMPOTENCY_KEY.CREATED_AT.lt(now.minus(KEPT_FOR)))
                        .returningResult(IDEMPOTENCY_KEY.KEY_HASH));
    }

    private Condition isKey(Sha256 key) {
        return IDEMPOTENCY_KEY.ORG_ID.eq(org.value()).and(IDEMPOTENCY_KEY.KEY_HASH.eq(key.bytes()));
    }
}
