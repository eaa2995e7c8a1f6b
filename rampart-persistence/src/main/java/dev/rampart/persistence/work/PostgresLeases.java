package dev.rampart.persistence.work;

import static dev.rampart.persistence.schema.Tables.LEASE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.when;

import dev.rampart.domain.work.Lease;
import dev.rampart.domain.work.Leases;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Leases in the table {@code lease}, which is no tenant's. */
public record PostgresLeases(DataSource pool) implements Leases {

    @Override
    public Optional<Lease> take(String name, Claim claim) {
        var taken = insertInto(LEASE)
                .set(LEASE.NAME, name)
                .set(LEASE.HOLDER, claim.holder())
                .set(LEASE.FENCE, 1L)
                .set(LEASE.EXPIRES_AT, claim.until())
                .onConflict(LEASE.NAME)
                .doUpdate()
                .set(LEASE.HOLDER, excluded(LEASE.HOLDER))
                .set(
                        LEASE.FENCE,
                        when(LEASE.HOLDER.eq(excluded(LEASE.HOLDER)), LEASE.FENCE)
                                .otherwise(LEASE.FENCE.plus(1)))
                .set(LEASE.EXPIRES_AT, excluded(LEASE.EXPIRES_AT))
                .where(LEASE.HOLDER.eq(claim.holder()).or(LEASE.EXPIRES_AT.le(claim.now())))
                .returning(LEASE.FENCE);
        return Statements.ofNoOrganization(pool, statements -> statements.query(taken)).stream()
                .map(row -> new Lease(name, row.get(LEASE.FENCE)))
                .findFirst();
    }

    @Override
    public void giveBack(Lease lease, Instant now) {
        var given = update(LEASE)
                .set(LEASE.EXPIRES_AT, now)
                .where(LEASE.NAME.eq(lease.name()))
                .and(LEASE.FENCE.eq(lease.fence()))
                .returning(LEASE.FENCE);
        Statements.ofNoOrganization(pool, statements -> statements.query(given));
    }
}
