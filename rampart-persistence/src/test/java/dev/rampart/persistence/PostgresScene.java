package dev.rampart.persistence;

import dev.rampart.domain.Stores;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.password.PasswordHash;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.domain.shared.UnitOfWork;
import dev.rampart.domain.testing.FakeVault;
import dev.rampart.domain.testing.Scene;
import dev.rampart.domain.user.UserId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The stores in PostgreSQL. What no port can do, the owner of the tables does by SQL. */
public record PostgresScene(UnitOfWork<Stores> unitOfWork) implements Scene {

    private static final DSLContext OWNER = DSL.using(TestPostgres.server().asOwner(), SQLDialect.POSTGRES);

    /** With {@code ACME} and {@code GLOBEX} in it, and no more. */
    public static PostgresScene fresh() {
        return new PostgresScene(new PostgresUnitOfWork(TestPostgres.emptied(), new FakeVault()));
    }

    @Override
    public void disableOrganization(OrgId org) {
        befall(org, "UPDATE organization SET enabled = false");
    }

    @Override
    public void disableUser(OrgId org, UserId user) {
        befall(org, "UPDATE app_user SET enabled = false WHERE user_id = ?", user.value());
    }

    @Override
    public void disableClient(OrgId org, ClientId client) {
        befall(org, "UPDATE client SET enabled = false WHERE client_id = ?", client.value());
    }

    @Override
    public void changeClient(OrgId org, ClientId client) {
        befall(org, "UPDATE client SET version = version + 1 WHERE client_id = ?", client.value());
    }

    @Override
    public void changePassword(OrgId org, UserId user, PasswordHash hash) {
        befall(org, "UPDATE user_password SET hash = ? WHERE user_id = ?", hash.encoded(), user.value());
    }

    @Override
    public void demandPassword(OrgId org, UserId user) {
        befall(org, "UPDATE app_user SET password_change_required = true WHERE user_id = ?", user.value());
    }

    @Override
    public List<Sha256> audited(OrgId org) {
        return rows(org, "SELECT hash FROM audit_event ORDER BY id")
                .map(row -> Sha256.ofDigest(row.get(0, byte[].class)));
    }

    /** Reads as the owner, who sees one organization at a time, too. */
    public Result<org.jooq.Record> rows(OrgId org, String query) {
        return OWNER.transactionResult(transaction -> {
            pin(transaction.dsl(), org);
            return transaction.dsl().fetch(query);
        });
    }

    private static void befall(OrgId org, String statement, Object... values) {
        OWNER.transaction(transaction -> {
            pin(transaction.dsl(), org);
            int changed = transaction.dsl().execute(statement, values);
            if (changed != 1) {
                throw new IllegalStateException("%d rows changed by: %s".formatted(changed, statement));
            }
        });
    }

    private static void pin(DSLContext database, OrgId org) {
        database.execute("SELECT set_config('rampart.org_id', ?, true)", org.toString());
    }
}
