package dev.rampart.persistence.client;

import static dev.rampart.persistence.schema.Tables.CLIENT;

import dev.rampart.domain.client.ApplicationType;
import dev.rampart.domain.client.ClientAlgorithm;
import dev.rampart.domain.client.ClientKeys;
import dev.rampart.domain.client.ClientLogout;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.ClientProfile;
import dev.rampart.domain.client.ClientSignIn;
import dev.rampart.domain.client.ClientSubjects;
import dev.rampart.domain.client.ClientTokens;
import dev.rampart.domain.client.RequestObjectPolicy;
import dev.rampart.domain.client.SubjectType;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.shared.HttpsUri;
import dev.rampart.domain.shared.WebUri;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;

/** How a client speaks the protocol, as columns. */
final class ProtocolRow {

    static final List<Field<?>> COLUMNS = List.of(
            CLIENT.JWKS,
            CLIENT.JWKS_URI,
            CLIENT.TOKEN_ENDPOINT_AUTH_SIGNING_ALG,
            CLIENT.ID_TOKEN_SIGNED_RESPONSE_ALG,
            CLIENT.ACCESS_TOKEN_SIGNED_RESPONSE_ALG,
            CLIENT.USERINFO_SIGNED_RESPONSE_ALG,
            CLIENT.SUBJECT_TYPE,
            CLIENT.SECTOR_IDENTIFIER_URI,
            CLIENT.DEFAULT_MAX_AGE,
            CLIENT.DEFAULT_ACR_VALUES,
            CLIENT.REQUEST_OBJECT_SIGNING_ALG,
            CLIENT.REQUIRE_SIGNED_REQUEST_OBJECT,
            CLIENT.REQUEST_URIS,
            CLIENT.FRONTCHANNEL_LOGOUT_URI,
            CLIENT.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED,
            CLIENT.BACKCHANNEL_LOGOUT_URI,
            CLIENT.BACKCHANNEL_LOGOUT_SESSION_REQUIRED,
            CLIENT.APPLICATION_TYPE,
            CLIENT.CONTACTS,
            CLIENT.INITIATE_LOGIN_URI);

    private ProtocolRow() {}

    static ClientKeys keys(Record row) {
        return new ClientKeys(
                Optional.ofNullable(row.get(CLIENT.JWKS)),
                read(row, CLIENT.JWKS_URI, HttpsUri::new),
                read(row, CLIENT.TOKEN_ENDPOINT_AUTH_SIGNING_ALG, ClientAlgorithm::valueOf));
    }

    static ClientTokens tokens(Record row) {
        return new ClientTokens(
                SigningAlgorithm.valueOf(row.get(CLIENT.ID_TOKEN_SIGNED_RESPONSE_ALG)),
                read(row, CLIENT.ACCESS_TOKEN_SIGNED_RESPONSE_ALG, SigningAlgorithm::valueOf),
                read(row, CLIENT.USERINFO_SIGNED_RESPONSE_ALG, SigningAlgorithm::valueOf));
    }

    static ClientSubjects subjects(Record row) {
        return new ClientSubjects(
                SubjectType.of(row.get(CLIENT.SUBJECT_TYPE)), read(row, CLIENT.SECTOR_IDENTIFIER_URI, HttpsUri::new));
    }

    static ClientSignIn signIn(Record row) {
        return new ClientSignIn(
                read(row, CLIENT.DEFAULT_MAX_AGE, Duration::ofSeconds), List.of(row.get(CLIENT.DEFAULT_ACR_VALUES)));
    }

    static RequestObjectPolicy requestObjects(Record row) {
        return new RequestObjectPolicy(
                read(row, CLIENT.REQUEST_OBJECT_SIGNING_ALG, ClientAlgorithm::valueOf),
                row.get(CLIENT.REQUIRE_SIGNED_REQUEST_OBJECT),
                Set.of(row.get(CLIENT.REQUEST_URIS)));
    }

    static ClientLogout logout(Record row) {
        return new ClientLogout(
                read(row, CLIENT.FRONTCHANNEL_LOGOUT_URI, WebUri::new),
                row.get(CLIENT.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED),
                read(row, CLIENT.BACKCHANNEL_LOGOUT_URI, WebUri::new),
                row.get(CLIENT.BACKCHANNEL_LOGOUT_SESSION_REQUIRED));
    }

    static ClientProfile profile(Record row) {
        return new ClientProfile(
                ApplicationType.of(row.get(CLIENT.APPLICATION_TYPE)),
                List.of(row.get(CLIENT.CONTACTS)),
                read(row, CLIENT.INITIATE_LOGIN_URI, HttpsUri::new));
    }

    static void put(Map<Field<?>, Object> row, ClientMetadata metadata) {
        ClientKeys keys = metadata.keys();
        Cells.put(row, CLIENT.JWKS, keys.jwks().orElse(null));
        Cells.put(row, CLIENT.JWKS_URI, keys.jwksUri().map(HttpsUri::value).orElse(null));
        Cells.put(
                row,
                CLIENT.TOKEN_ENDPOINT_AUTH_SIGNING_ALG,
                keys.algorithm().map(Enum::name).orElse(null));
        ClientTokens tokens = metadata.tokens();
        row.put(CLIENT.ID_TOKEN_SIGNED_RESPONSE_ALG, tokens.idToken().name());
        Cells.put(
                row,
                CLIENT.ACCESS_TOKEN_SIGNED_RESPONSE_ALG,
                tokens.accessToken().map(Enum::name).orElse(null));
        Cells.put(
                row,
                CLIENT.USERINFO_SIGNED_RESPONSE_ALG,
                tokens.userinfo().map(Enum::name).orElse(null));
        putPeople(row, metadata);
        RequestObjectPolicy objects = metadata.requestObjects();
        Cells.put(
                row,
                CLIENT.REQUEST_OBJECT_SIGNING_ALG,
                objects.algorithm().map(Enum::name).orElse(null));
        row.put(CLIENT.REQUIRE_SIGNED_REQUEST_OBJECT, objects.required());
        row.put(CLIENT.REQUEST_URIS, objects.requestUris().stream().sorted().toArray(String[]::new));
        putLogout(row, metadata.logout());
        ClientProfile profile = metadata.profile();
        row.put(CLIENT.APPLICATION_TYPE, profile.type().toString());
        row.put(CLIENT.CONTACTS, profile.contacts().toArray(String[]::new));
        Cells.put(
                row,
                CLIENT.INITIATE_LOGIN_URI,
                profile.initiateLoginUri().map(HttpsUri::value).orElse(null));
    }

    private static void putPeople(Map<Field<?>, Object> row, ClientMetadata metadata) {
        ClientSubjects subjects = metadata.subjects();
        row.put(CLIENT.SUBJECT_TYPE, subjects.type().toString());
        Cells.put(
                row,
                CLIENT.SECTOR_IDENTIFIER_URI,
                subjects.sectorUri().map(HttpsUri::value).orElse(null));
        ClientSignIn signIn = metadata.signIn();
        Cells.put(
                row,
                CLIENT.DEFAULT_MAX_AGE,
                signIn.maxAge().map(age -> (int) age.toSeconds()).orElse(null));
        row.put(CLIENT.DEFAULT_ACR_VALUES, signIn.acrValues().toArray(String[]::new));
    }

    private static void putLogout(Map<Field<?>, Object> row, ClientLogout logout) {
        Cells.put(
                row,
                CLIENT.FRONTCHANNEL_LOGOUT_URI,
                logout.frontchannelUri().map(WebUri::value).orElse(null));
        row.put(CLIENT.FRONTCHANNEL_LOGOUT_SESSION_REQUIRED, logout.frontchannelSessionRequired());
        Cells.put(
                row,
                CLIENT.BACKCHANNEL_LOGOUT_URI,
                logout.backchannelUri().map(WebUri::value).orElse(null));
        row.put(CLIENT.BACKCHANNEL_LOGOUT_SESSION_REQUIRED, logout.backchannelSessionRequired());
    }

    private static <C, T> Optional<T> read(Record row, Field<C> column, Function<C, T> as) {
        return Optional.ofNullable(row.get(column)).map(as);
    }
}
