package dev.rampart.persistence.client;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.CLIENT_ORIGIN;
import static dev.rampart.persistence.schema.Tables.CLIENT_SECRET;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.Clients;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.Optional;

/** Clients in the tables {@code client}, {@code client_secret} and {@code client_origin}. */
public record PostgresClients(Statements statements, OrgId org) implements Clients {

    @Override
    public boolean add(Client client, Instant now) {
        boolean added = statements
                .query(insertInto(CLIENT)
                        .set(CLIENT.ORG_ID, org.value())
                        .set(CLIENT.CLIENT_ID, client.id().value())
                        .set(ClientRow.of(client))
                        .set(CLIENT.CREATED_AT, now)
                        .onConflictDoNothing()
                        .returning(CLIENT.CLIENT_ID))
                .isNotEmpty();
        if (added) {
            client.secrets().forEach(secret -> addSecret(client.id(), secret, now));
            client.corsOrigins().forEach(origin -> addOrigin(client, origin));
        }
        return added;
    }

    @Override
    public Optional<Client> find(ClientId id) {
        return statements
                .query(select(ClientRow.COLUMNS)
                        .from(CLIENT)
                        .where(CLIENT.ORG_ID.eq(org.value()))
                        .and(CLIENT.CLIENT_ID.eq(id.value())))
                .stream()
                .map(ClientRow::toDomain)
                .findFirst();
    }

    @Override
    public boolean haveOrigin(String origin) {
        return statements
                .query(select(CLIENT.CLIENT_ID)
                        .from(CLIENT_ORIGIN)
                        .join(CLIENT)
                        .on(CLIENT.ORG_ID.eq(CLIENT_ORIGIN.ORG_ID))
                        .and(CLIENT.CLIENT_ID.eq(CLIENT_ORIGIN.CLIENT_ID))
                        .and(CLIENT.ENABLED.isTrue())
                        .where(CLIENT_ORIGIN.ORG_ID.eq(org.value()))
                        .and(CLIENT_ORIGIN.ORIGIN.eq(origin))
                        .limit(1))
                .isNotEmpty();
    }

    private void addSecret(ClientId client, Sha256 secret, Instant now) {
        statements.later(insertInto(CLIENT_SECRET)
                .set(CLIENT_SECRET.ORG_ID, org.value())
                .set(CLIENT_SECRET.CLIENT_ID, client.value())
                .set(CLIENT_SECRET.SECRET_HASH, secret.bytes())
                .set(CLIENT_SECRET.CREATED_AT, now));
    }

    private void addOrigin(Client client, String origin) {
        statements.later(insertInto(CLIENT_ORIGIN)
                .set(CLIENT_ORIGIN.ORG_ID, org.value())
                .set(CLIENT_ORIGIN.ORIGIN, origin)
                .set(CLIENT_ORIGIN.CLIENT_ID, client.id().value())
                .set(CLIENT_ORIGIN.REGISTERED, client.allowedOrigins().contains(origin)));
    }
}
