package dev.rampart.domain.client;

import java.util.EnumSet;
import java.util.Set;

/** What can contradict itself in the metadata of a client. */
public enum ClientMistake {
    /** A public client cannot act on its own behalf (RFC 6749 §4.4). */
    PUBLIC_CLIENT_CREDENTIALS,
    /** Codes have to be sent somewhere (RFC 6749 §3.1.2.2). */
    NO_REDIRECT_URI,
    NO_GRANT_TYPE;

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
        return mistakes;
    }
}
