package dev.rampart.persistence.client;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.CLIENT_ORIGIN;
import static dev.rampart.persistence.schema.Tables.CLIENT_SECRET;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.Clients;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.domain.shared.Sha256;
import dev.rampart.persistence.Statements;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Clients in the tables {@code client}, {@code client_secret} and {@code client_origin}. */
public record PostgresClients(Statements statements, OrgId org) implements Clients {

    @Override
    public boolean add(Client client, Instant now) {
        boolean added = statements
                .query(insertInto(CLIENT)
                        .set(CLIENT.ORG_ID, org.value())
                        .set(CLIENT.CLIENT_ID, client.id().value())
                        .set(CLIENT.CLIENT_NAME, client.name())
                        .set(
                                CLIENT.TOKEN_ENDPOINT_AUTH_METHOD,
                                client.authMethod().toString())
                        .set(CLIENT.GRANT_TYPES, grantTypes(client))
                        .set(CLIENT.REDIRECT_URIS, uris(client.redirectUris()))
                        .set(CLIENT.POST_LOGOUT_REDIRECT_URIS, uris(client.postLogoutRedirectUris()))
                        .set(CLIENT.SCOPE, client.scopes().toString())
                        .set(
                                CLIENT.ID_TOKEN_SIGNED_RESPONSE_ALG,
                                client.idTokenAlgorithm().name())
                        .set(
                                CLIENT.ACCESS_TOKEN_SIGNED_RESPONSE_ALG,
                                client.accessTokenAlgorithm().name())
                        .set(
                                CLIENT.DEFAULT_MAX_AGE,
                                client.defaultMaxAge()
                                        .map(age -> (int) age.toSeconds())
                                        .orElse(null))
                        .set(CLIENT.ENABLED, client.enabled())
                        .set(CLIENT.VERSION, client.version())
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

    private static String[] grantTypes(Client client) {
        return client.grantTypes().stream().map(GrantType::toString).sorted().toArray(String[]::new);
    }

    private static String[] uris(Set<RedirectUri> uris) {
        return uris.stream().map(RedirectUri::value).sorted().toArray(String[]::new);
    }
}
