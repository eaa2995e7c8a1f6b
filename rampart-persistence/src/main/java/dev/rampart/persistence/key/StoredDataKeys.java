package dev.rampart.persistence.key;

import dev.rampart.domain.key.SealedDataKey;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.persistence.Statements;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Reads data keys for the vault: before a unit of work begins, and so on a connection of its own. */
public final class StoredDataKeys implements Function<OrgId, Optional<SealedDataKey>> {

    private final DataSource pool;

    public StoredDataKeys(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Optional<SealedDataKey> apply(OrgId org) {
        return Statements.alone(pool, org, statements -> new PostgresDataKeys(statements, org).find());
    }
}
