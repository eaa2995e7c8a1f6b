package dev.rampart.domain.settings;

import java.util.Arrays;
import java.util.Optional;

/** How much of the old world an organization puts up with. */
public enum Compatibility {
    /** PKCE is required of every client (RFC 9700 §2.1.1). */
    STRICT("strict"),
    /** For certification, and for clients that cannot do better: confidential clients may leave PKCE out. */
    OPENID_CERTIFICATION("openid_certification");

    private final String text;

    Compatibility(String text) {
        this.text = text;
    }

    public static Optional<Compatibility> parse(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
