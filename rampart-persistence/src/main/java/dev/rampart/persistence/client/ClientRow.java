package dev.rampart.persistence.client;

import static dev.rampart.persistence.schema.Tables.CLIENT;
import static dev.rampart.persistence.schema.Tables.CLIENT_ORIGIN;
import static dev.rampart.persistence.schema.Tables.CLIENT_SECRET;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientDisplay;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.shared.HttpsUri;
import dev.rampart.domain.shared.Sha256;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;

/** A client as the columns of a row. */
final class ClientRow {

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
    static final List<Field<?>> COLUMNS = List.of(
            CLIENT.CLIENT_ID,
            CLIENT.CLIENT_NAME,
            CLIENT.TOKEN_ENDPOINT_AUTH_METHOD,
            CLIENT.GRANT_TYPES,
            CLIENT.REDIRECT_URIS,
            CLIENT.POST_LOGOUT_REDIRECT_URIS,
            CLIENT.SCOPE,
            CLIENT.ID_TOKEN_SIGNED_RESPONSE_ALG,
            CLIENT.ACCESS_TOKEN_SIGNED_RESPONSE_ALG,
            CLIENT.DEFAULT_MAX_AGE,
            CLIENT.CLIENT_URI,
            CLIENT.LOGO_URI,
            CLIENT.POLICY_URI,
            CLIENT.TOS_URI,
            CLIENT.FIRST_PARTY,
            CLIENT.ENABLED,
            CLIENT.VERSION,
            SECRETS,
            ORIGINS);

    private ClientRow() {}

    static Client toDomain(Record row) {
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
                Arrays.stream(row.get(CLIENT.GRANT_TYPES))
                        .map(type -> GrantType.parse(type).orElseThrow())
                        .collect(toSet()),
                uris(row.get(CLIENT.REDIRECT_URIS)),
                uris(row.get(CLIENT.POST_LOGOUT_REDIRECT_URIS)),
                Set.of(row.get(ORIGINS)),
                Scopes.parse(row.get(CLIENT.SCOPE)).orElseThrow(),
                SigningAlgorithm.valueOf(row.get(CLIENT.ID_TOKEN_SIGNED_RESPONSE_ALG)),
                Optional.ofNullable(row.get(CLIENT.ACCESS_TOKEN_SIGNED_RESPONSE_ALG))
                        .map(SigningAlgorithm::valueOf),
                Optional.ofNullable(row.get(CLIENT.DEFAULT_MAX_AGE)).map(Duration::ofSeconds),
                DisplayRow.toDomain(row),
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
        row.put(CLIENT.ID_TOKEN_SIGNED_RESPONSE_ALG, client.idTokenAlgorithm().name());
        put(
                row,
                CLIENT.ACCESS_TOKEN_SIGNED_RESPONSE_ALG,
                client.accessTokenAlgorithm().map(SigningAlgorithm::name));
        put(row, CLIENT.DEFAULT_MAX_AGE, client.defaultMaxAge().map(age -> (int) age.toSeconds()));
        ClientDisplay display = client.metadata().display();
        put(row, CLIENT.CLIENT_URI, display.clientUri().map(HttpsUri::value));
        put(row, CLIENT.LOGO_URI, display.logoUri().map(HttpsUri::value));
        put(row, CLIENT.POLICY_URI, display.policyUri().map(HttpsUri::value));
        put(row, CLIENT.TOS_URI, display.tosUri().map(HttpsUri::value));
        row.put(CLIENT.FIRST_PARTY, client.metadata().firstParty());
        row.put(CLIENT.ENABLED, client.enabled());
        row.put(CLIENT.VERSION, client.version());
        return row;
    }

    /** A null has to stand in the text of the statement: bound, its type would be unknown. */
    private static <T> void put(Map<Field<?>, Object> row, Field<T> column, Optional<T> value) {
        row.put(column, value.<Field<T>>map(present -> val(present, column)).orElseGet(() -> inline(null, column)));
    }

    private static String[] texts(Set<RedirectUri> uris) {
        return uris.stream().map(RedirectUri::value).sorted().toArray(String[]::new);
    }
}
