package dev.rampart.domain.client;

import java.util.Arrays;
import java.util.Optional;

/** How a client proves who it is at the token endpoint (RFC 7591 §2). */
public enum AuthMethod {
    /** By HTTP Basic (RFC 6749 §2.3.1). */
    CLIENT_SECRET_BASIC("client_secret_basic"),
    /** In the form. */
    CLIENT_SECRET_POST("client_secret_post"),
    /** By a JWT with an HMAC that is keyed with the secret (OIDC Core §9). */
    CLIENT_SECRET_JWT("client_secret_jwt"),
    /** By a JWT that is signed with a key of the client's (RFC 7523 §2.2). */
    PRIVATE_KEY_JWT("private_key_jwt"),
    /** Not at all: a public client. */
    NONE("none");

    private final String text;

    AuthMethod(String text) {
        this.text = text;
    }

    public static Optional<AuthMethod> parse(String text) {
        return Arrays.stream(values())
                .filter(method -> method.text.equals(text))
                .findFirst();
    }

    /**
     * Whether a client that registered this may come by {@code presented}. The two ways to present a secret prove the
     * same, so either will do; a client with a secret or a key never comes without it.
     */
    public boolean allows(AuthMethod presented) {
        return this == presented || (presentsSecret() && presented.presentsSecret());
    }

    private boolean presentsSecret() {
        return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST;
    }

    /** Whether a client that registered this is given a secret. */
    public boolean hasSecret() {
        return presentsSecret() || this == CLIENT_SECRET_JWT;
    }

    @Override
    public String toString() {
        return text;
    }
}
