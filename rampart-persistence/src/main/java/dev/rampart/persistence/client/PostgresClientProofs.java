package dev.rampart.persistence.client;

import static dev.rampart.persistence.schema.Tables.CLIENT_ASSERTION;
import static dev.rampart.persistence.schema.Tables.CLIENT_SECRET;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;

import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientProofs;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.List;

/** Proofs in the tables {@code client_assertion} and {@code client_secret}. */
public record PostgresClientProofs(Statements statements, OrgId org) implements ClientProofs {

    @Override
    public boolean use(ClientId client, Sha256 jti, Instant expiresAt) {
        return statements
                .query(insertInto(CLIENT_ASSERTION)
                        .set(CLIENT_ASSERTION.ORG_ID, org.value())
                        .set(CLIENT_ASSERTION.CLIENT_ID, client.value())
                        .set(CLIENT_ASSERTION.JTI_HASH, jti.bytes())
                        .set(CLIENT_ASSERTION.EXPIRES_AT, expiresAt)
                        .onConflictDoNothing()
                        .returning(CLIENT_ASSERTION.CLIENT_ID))
                .isNotEmpty();
    }

    @Override
    public void keep(ClientId client, Sha256 hash, byte[] sealed) {
        statements.later(update(CLIENT_SECRET)
                .set(CLIENT_SECRET.SEALED, sealed)
                .where(CLIENT_SECRET.ORG_ID.eq(org.value()))
                .and(CLIENT_SECRET.CLIENT_ID.eq(client.value()))
                .and(CLIENT_SECRET.SECRET_HASH.eq(hash.bytes())));
    }

    @Override
    public List<SealedSecret> kept(ClientId client) {
        return statements
                .query(select(CLIENT_SECRET.SECRET_HASH, CLIENT_SECRET.SEALED)
                        .from(CLIENT_SECRET)
                        .where(CLIENT_SECRET.ORG_ID.eq(org.value()))
                        .and(CLIENT_SECRET.CLIENT_ID.eq(client.value()))
                        .and(CLIENT_SECRET.SEALED.isNotNull()))
                .map(row -> new SealedSecret(
                        Sha256.ofDigest(row.get(CLIENT_SECRET.SECRET_HASH)), row.get(CLIENT_SECRET.SEALED)));
    }
}
