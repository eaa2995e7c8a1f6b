package dev.rampart.persistence.key;

import static dev.rampart.persistence.schema.Tables.SIGNING_KEY;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.with;

import dev.rampart.domain.key.KeyId;
import dev.rampart.domain.key.KeyTimes;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.key.SigningKeys;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Record;

/** Signing keys in the table of that name. */
public record PostgresSigningKeys(Statements statements, OrgId org) implements SigningKeys {

    @Override
    public void addActive(SigningKey key) {
        statements.later(insertInto(SIGNING_KEY)
                .set(SIGNING_KEY.ORG_ID, org.value())
                .set(SIGNING_KEY.KEY_ID, key.id().value())
                .set(SIGNING_KEY.ALGORITHM, key.algorithm().name())
                .set(SIGNING_KEY.PUBLIC_KEY, key.publicKey())
                .set(SIGNING_KEY.PRIVATE_KEY, key.sealedPrivateKey())
                .set(SIGNING_KEY.CREATED_AT, key.times().createdAt())
                .set(SIGNING_KEY.ACTIVATES_AT, key.times().activatesAt()));
    }

    @Override
    public List<SigningKey> published(Instant now) {
        return statements
                .query(select(
                                SIGNING_KEY.KEY_ID,
                                SIGNING_KEY.ALGORITHM,
                                SIGNING_KEY.PUBLIC_KEY,
                                SIGNING_KEY.PRIVATE_KEY,
                                SIGNING_KEY.CREATED_AT,
                                SIGNING_KEY.ACTIVATES_AT,
                                SIGNING_KEY.RETIRES_AT,
                                SIGNING_KEY.LEAVES_AT)
                        .from(SIGNING_KEY)
                        .where(SIGNING_KEY.ORG_ID.eq(org.value()))
                        .and(SIGNING_KEY.LEAVES_AT.isNull().or(SIGNING_KEY.LEAVES_AT.gt(now)))
                        .orderBy(SIGNING_KEY.CREATED_AT.desc(), SIGNING_KEY.KEY_ID))
                .map(PostgresSigningKeys::toDomain);
    }

    /** The row of the active key is what two who rotate meet at: the second finds that it has a next one. */
    @Override
    public boolean succeed(SigningKey next, Instant now) {
        KeyTimes times = next.times();
        CommonTableExpression<?> left = name("gone")
                .as(deleteFrom(SIGNING_KEY)
                        .where(SIGNING_KEY.ORG_ID.eq(org.value()))
                        .and(SIGNING_KEY.LEAVES_AT.le(now))
                        .returningResult(SIGNING_KEY.KEY_ID));
        CommonTableExpression<?> retiring = name("retiring")
                .as(update(SIGNING_KEY)
                        .set(SIGNING_KEY.RETIRES_AT, times.activatesAt())
                        .set(SIGNING_KEY.LEAVES_AT, times.activatesAt().plus(KeyTimes.OVERLAP))
                        .where(isNewest(next.algorithm()))
                        .and(SIGNING_KEY.ACTIVATES_AT.le(now))
                        .returningResult(SIGNING_KEY.KEY_ID));
        return statements
                        .query(with(left)
                                .with(retiring)
                                .select(field(name("key_id")))
                                .from(table(name("retiring"))))
                        .isNotEmpty()
                && added(next);
    }

    private boolean added(SigningKey next) {
        addActive(next);
        return true;
    }

    @Override
    public boolean activate(SigningAlgorithm algorithm, Instant now) {
        CommonTableExpression<?> activated = name("activated")
                .as(update(SIGNING_KEY)
                        .set(SIGNING_KEY.ACTIVATES_AT, now)
                        .where(isNewest(algorithm))
                        .and(SIGNING_KEY.ACTIVATES_AT.gt(now))
                        .returningResult(SIGNING_KEY.KEY_ID));
        CommonTableExpression<?> retired = name("retired")
                .as(update(SIGNING_KEY)
                        .set(SIGNING_KEY.RETIRES_AT, now)
                        .set(SIGNING_KEY.LEAVES_AT, now.plus(KeyTimes.OVERLAP))
                        .where(isOf(algorithm))
                        .and(SIGNING_KEY.RETIRES_AT.gt(now))
                        .and(exists(selectOne().from(table(name("activated")))))
                        .returningResult(SIGNING_KEY.KEY_ID));
        return statements
                .query(with(activated)
                        .with(retired)
                        .select(field(name("key_id")))
                        .from(table(name("activated"))))
                .isNotEmpty();
    }

    @Override
    public boolean forget(KeyId id, Instant now) {
        return statements
                .query(deleteFrom(SIGNING_KEY)
                        .where(SIGNING_KEY.ORG_ID.eq(org.value()))
                        .and(SIGNING_KEY.KEY_ID.eq(id.value()))
                        .and(SIGNING_KEY.RETIRES_AT.le(now))
                        .returning(SIGNING_KEY.KEY_ID))
                .isNotEmpty();
    }

    private Condition isNewest(SigningAlgorithm algorithm) {
        return isOf(algorithm).and(SIGNING_KEY.RETIRES_AT.isNull());
    }

    private Condition isOf(SigningAlgorithm algorithm) {
        return SIGNING_KEY.ORG_ID.eq(org.value()).and(SIGNING_KEY.ALGORITHM.eq(val(algorithm.name())));
    }

    private static SigningKey toDomain(Record row) {
        return new SigningKey(
                new KeyId(row.get(SIGNING_KEY.KEY_ID)),
                SigningAlgorithm.valueOf(row.get(SIGNING_KEY.ALGORITHM)),
                row.get(SIGNING_KEY.PUBLIC_KEY),
                row.get(SIGNING_KEY.PRIVATE_KEY),
                new KeyTimes(
                        row.get(SIGNING_KEY.CREATED_AT),
                        row.get(SIGNING_KEY.ACTIVATES_AT),
                        Optional.ofNullable(row.get(SIGNING_KEY.RETIRES_AT)),
                        Optional.ofNullable(row.get(SIGNING_KEY.LEAVES_AT))));
    }
}
