package dev.rampart.persistence.key;

import static dev.rampart.persistence.schema.Tables.DATA_KEY;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.key.DataKeys;
import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.util.Optional;

/** The data key in the table of that name. */
public record PostgresDataKeys(Statements statements, OrgId org) implements DataKeys {

    @Override
    public void add(SealedDataKey key) {
        statements.later(insertInto(DATA_KEY)
                .set(DATA_KEY.ORG_ID, org.value())
                .set(DATA_KEY.KEY_ENCRYPTION_KEY, key.keyEncryptionKey())
                .set(DATA_KEY.SEALED, key.sealed()));
    }

    @Override
    public Optional<SealedDataKey> find() {
        return statements
                .query(select(DATA_KEY.KEY_ENCRYPTION_KEY, DATA_KEY.SEALED)
                        .from(DATA_KEY)
                        .where(DATA_KEY.ORG_ID.eq(org.value())))
                .stream()
                .map(row -> new SealedDataKey(row.get(DATA_KEY.KEY_ENCRYPTION_KEY), row.get(DATA_KEY.SEALED)))
                .findFirst();
    }
}
