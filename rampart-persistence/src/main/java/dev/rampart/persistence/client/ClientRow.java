package dev.rampart.persistence.client;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.CLIENT_ORIGIN;
import static dev.rampart.persistence.schema.Tables.CLIENT_SECRET;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.select;

import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.shared.Sha256;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;

/** A client as the columns of a row. */
public final class ClientRow {

    private static final Field<byte[][]> SECRETS = array(select(CLIENT_SECRET.SECRET_HASH)
                    .from(CLIENT_SECRET)
                    .where(CLIENT_SECRET.ORG_ID.eq(CLIENT.ORG_ID))
                    .and(CLIENT_SECRET.CLIENT_ID.eq(CLIENT.CLIENT_ID)))
            .as("secrets");

    private static final Field<String[]> ORIGINS = array(select(CLIENT_ORIGIN.ORIGIN)
                    .from(CLIENT_ORIGIN)
                    .where(CLIENT_ORIGIN.ORG_ID.eq(CLIENT.ORG_ID))
                    .and(CLIENT_ORIGIN.CLIENT_ID.eq(CLIENT.CLIENT_ID))
                    .and(CLIENT_ORIGIN.REGISTERED.isTrue()))
            .as("origins");

    /** All that {@link #toDomain} needs. */
    public static final List<Field<?>> COLUMNS = all(
            CLIENT.CLIENT_ID,
            CLIENT.CLIENT_NAME,
            CLIENT.TOKEN_ENDPOINT_AUTH_METHOD,
            CLIENT.GRANT_TYPES,
            CLIENT.REDIRECT_URIS,
            CLIENT.POST_LOGOUT_REDIRECT_URIS,
            CLIENT.SCOPE,
            CLIENT.FIRST_PARTY,
            CLIENT.ENABLED,
            CLIENT.VERSION,
            SECRETS,
            ORIGINS);

    private ClientRow() {}

    private static List<Field<?>> all(Field<?>... own) {
        return Stream.of(List.of(own), ProtocolRow.COLUMNS, DisplayRow.COLUMNS)
                .<Field<?>>flatMap(List::stream)
                .toList();
    }

    public static Client toDomain(Record row) {
        return new Client(
                new ClientId(row.get(CLIENT.CLIENT_ID)),
                metadata(row),
                Arrays.stream(row.get(SECRETS)).map(Sha256::ofDigest).toList(),
                row.get(CLIENT.ENABLED),
                row.get(CLIENT.VERSION));
    }

    private static ClientMetadata metadata(Record row) {
        return new ClientMetadata(
                row.get(CLIENT.CLIENT_NAME),
                AuthMethod.parse(row.get(CLIENT.TOKEN_ENDPOINT_AUTH_METHOD)).orElseThrow(),
                ProtocolRow.keys(row),
                Arrays.stream(row.get(CLIENT.GRANT_TYPES))
                        .map(type -> GrantType.parse(type).orElseThrow())
                        .collect(toSet()),
                uris(row.get(CLIENT.REDIRECT_URIS)),
                uris(row.get(CLIENT.POST_LOGOUT_REDIRECT_URIS)),
                Set.of(row.get(ORIGINS)),
                Scopes.parse(row.get(CLIENT.SCOPE)).orElseThrow(),
                ProtocolRow.tokens(row),
                ProtocolRow.subjects(row),
                ProtocolRow.signIn(row),
                ProtocolRow.requestObjects(row),
                ProtocolRow.logout(row),
                DisplayRow.toDomain(row),
                ProtocolRow.profile(row),
                row.get(CLIENT.FIRST_PARTY));
    }

    private static Set<RedirectUri> uris(String[] uris) {
        return Arrays.stream(uris).map(RedirectUri::new).collect(toSet());
    }

    /** What is written of a client, beside what names it. */
    static Map<Field<?>, Object> of(Client client) {
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        row.put(CLIENT.CLIENT_NAME, client.name());
        row.put(CLIENT.TOKEN_ENDPOINT_AUTH_METHOD, client.authMethod().toString());
        row.put(
                CLIENT.GRANT_TYPES,
                client.grantTypes().stream().map(GrantType::toString).sorted().toArray(String[]::new));
        row.put(CLIENT.REDIRECT_URIS, texts(client.redirectUris()));
        row.put(CLIENT.POST_LOGOUT_REDIRECT_URIS, texts(client.postLogoutRedirectUris()));
        row.put(CLIENT.SCOPE, client.scopes().toString());
        ProtocolRow.put(row, client.metadata());
        DisplayRow.put(row, client.metadata().display());
        row.put(CLIENT.FIRST_PARTY, client.metadata().firstParty());
        row.put(CLIENT.ENABLED, client.enabled());
        row.put(CLIENT.VERSION, client.version());
        return row;
    }

    private static String[] texts(Set<RedirectUri> uris) {
        return uris.stream().map(RedirectUri::value).sorted().toArray(String[]::new);
    }
}
