package dev.rampart.domain.client;

import java.util.Arrays;
import java.util.Optional;

/** What a client may exchange for tokens (RFC 7591 §2). */
public enum GrantType {
    AUTHORIZATION_CODE("authorization_code"),
    CLIENT_CREDENTIALS("client_credentials"),
    REFRESH_TOKEN("refresh_token");

    private final String text;

    GrantType(String text) {
        this.text = text;
    }

    public static Optional<GrantType> parse(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
