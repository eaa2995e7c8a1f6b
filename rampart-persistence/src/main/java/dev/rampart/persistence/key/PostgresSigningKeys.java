package dev.rampart.persistence.key;

import static dev.rampart.persistence.schema.Tables.SIGNING_KEY;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.rampart.domain.key.KeyId;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.key.SigningKeys;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.util.List;

/** Signing keys in the table of that name. */
public record PostgresSigningKeys(Statements statements, OrgId org) implements SigningKeys {

    private static final String ACTIVE = "active";

    @Override
    public void addActive(SigningKey key) {
        statements.later(insertInto(SIGNING_KEY)
                .set(SIGNING_KEY.ORG_ID, org.value())
                .set(SIGNING_KEY.KEY_ID, key.id().value())
                .set(SIGNING_KEY.ALGORITHM, key.algorithm().name())
                .set(SIGNING_KEY.STATE, ACTIVE)
                .set(SIGNING_KEY.PUBLIC_KEY, key.publicKey())
                .set(SIGNING_KEY.PRIVATE_KEY, key.sealedPrivateKey())
                .set(SIGNING_KEY.CREATED_AT, key.createdAt()));
    }

    @Override
    public List<SigningKey> published() {
        return statements
                .query(select(
                                SIGNING_KEY.KEY_ID,
                                SIGNING_KEY.ALGORITHM,
                                SIGNING_KEY.PUBLIC_KEY,
                                SIGNING_KEY.PRIVATE_KEY,
                                SIGNING_KEY.CREATED_AT)
                        .from(SIGNING_KEY)
                        .where(SIGNING_KEY.ORG_ID.eq(org.value()))
                        .orderBy(
                                when(SIGNING_KEY.STATE.eq(ACTIVE), 0).otherwise(1),
                                SIGNING_KEY.CREATED_AT.desc(),
                                SIGNING_KEY.KEY_ID))
                .map(row -> new SigningKey(
                        new KeyId(row.get(SIGNING_KEY.KEY_ID)),
                        SigningAlgorithm.valueOf(row.get(SIGNING_KEY.ALGORITHM)),
                        row.get(SIGNING_KEY.PUBLIC_KEY),
                        row.get(SIGNING_KEY.PRIVATE_KEY),
                        row.get(SIGNING_KEY.CREATED_AT)));
    }
}
