package dev.rampart.http.admin;

import dev.rampart.domain.client.ClientMistake;
import dev.rampart.http.exchange.Body;
import dev.rampart.http.exchange.Response;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Problems;
import dev.rampart.oauth.client.ClientJwks;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is wrong with the metadata of a client, in words. */
final class ClientMistakes {

    private static final String BAD_KEYS =
            "is no set of at most 50 public keys (RFC 7517 §5) with one of RSA from 2048 bits, or on P-256, in it";

    private ClientMistakes() {}

    /** A set of keys that nothing could be checked with, or that should have been kept secret. */
    static Optional<Response> inKeys(Fields sent) {
        return sent.text("jwks")
                .filter(json -> !ClientJwks.isAcceptable(json))
                .map(_ -> invalid(List.of(new Body.Field("/jwks", BAD_KEYS))));
    }

    static Response refused(Collection<ClientMistake> mistakes) {
        if (mistakes.isEmpty()) {
            return Problems.conflict("A public client has no secrets.");
        }
        return invalid(mistakes.stream().map(ClientMistakes::words).toList());
    }

    private static Response invalid(List<Body.Field> fields) {
        return Response.invalid("There is something wrong with what was sent: see errors.", fields);
    }

    private static Body.Field words(ClientMistake mistake) {
        return switch (mistake) {
            case PUBLIC_CLIENT_CREDENTIALS ->
                new Body.Field("/grant_types", "has client_credentials, which takes a client that authenticates");
            case NO_REDIRECT_URI -> new Body.Field("/redirect_uris", "is empty, but authorization_code needs one");
            case NO_GRANT_TYPE -> new Body.Field("/grant_types", "is empty");
            case KEYS_IN_TWO_PLACES -> new Body.Field("/jwks", "stands beside jwks_uri: keys are in one place");
            case NO_KEYS ->
                new Body.Field("/jwks", "is missing, and so is jwks_uri: what the client signs could not be checked");
            case ALGORITHM_OF_ANOTHER_METHOD ->
                new Body.Field(
                        "/token_endpoint_auth_signing_alg",
                        "does not go with token_endpoint_auth_method: HS256 is for client_secret_jwt alone");
            case NO_SECTOR ->
                new Body.Field(
                        "/sector_identifier_uri",
                        "is missing: pairwise subjects need it where redirect_uris have not one host");
        };
    }
}
