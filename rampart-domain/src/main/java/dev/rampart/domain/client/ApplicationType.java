package dev.rampart.domain.client;

import java.util.Locale;

/** Where an application runs (OIDC Registration §2). */
public enum ApplicationType {
    /** On a web server, or in a browser. */
    WEB,
    /** On a person's device (RFC 8252). */
    NATIVE;

    public static ApplicationType of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
