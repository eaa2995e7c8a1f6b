package dev.rampart.domain.client;

import java.util.EnumSet;
import java.util.Set;

/** What can contradict itself in the metadata of a client. */
public enum ClientMistake {
    /** A public client cannot act on its own behalf (RFC 6749 §4.4). */
    PUBLIC_CLIENT_CREDENTIALS,
    /** Codes have to be sent somewhere (RFC 6749 §3.1.2.2). */
    NO_REDIRECT_URI,
    NO_GRANT_TYPE,
    /** Keys are in one place (RFC 7591 §2). */
    KEYS_IN_TWO_PLACES,
    /** What is signed by it could not be checked (OIDC Core §9). */
    NO_KEYS,
    /** An HMAC is for client_secret_jwt, and for nothing else that is accepted. */
    ALGORITHM_OF_ANOTHER_METHOD,
    /** Its redirect URIs have several hosts, or none, and nothing says which stands for it (OIDC Core §8.1). */
    NO_SECTOR;

    public static Set<ClientMistake> in(Client client) {
        Set<ClientMistake> mistakes = EnumSet.noneOf(ClientMistake.class);
        if (client.isPublic() && client.grantTypes().contains(GrantType.CLIENT_CREDENTIALS)) {
            mistakes.add(PUBLIC_CLIENT_CREDENTIALS);
        }
        if (client.grantTypes().contains(GrantType.AUTHORIZATION_CODE)
                && client.redirectUris().isEmpty()) {
            mistakes.add(NO_REDIRECT_URI);
        }
        if (client.grantTypes().isEmpty()) {
            mistakes.add(NO_GRANT_TYPE);
        }
        ofKeys(client.metadata(), mistakes);
        if (client.metadata().subjects().type() == SubjectType.PAIRWISE
                && Sector.of(client.metadata()).isEmpty()) {
            mistakes.add(NO_SECTOR);
        }
        return mistakes;
    }

    private static void ofKeys(ClientMetadata metadata, Set<ClientMistake> mistakes) {
        ClientKeys keys = metadata.keys();
        if (keys.jwks().isPresent() && keys.jwksUri().isPresent()) {
            mistakes.add(KEYS_IN_TWO_PLACES);
        }
        boolean signs = metadata.authMethod() == AuthMethod.PRIVATE_KEY_JWT
                || metadata.requestObjects().required();
        if (signs && !keys.present()) {
            mistakes.add(NO_KEYS);
        }
        boolean byHmac = keys.algorithm().filter(ClientAlgorithm.HS256::equals).isPresent();
        boolean mismatched =
                keys.algorithm().isPresent() && byHmac != (metadata.authMethod() == AuthMethod.CLIENT_SECRET_JWT);
        if (mismatched) {
            mistakes.add(ALGORITHM_OF_ANOTHER_METHOD);
        }
    }
}
