package dev.rampart.http.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A cookie to be set (RFC 6265 §4.1).
 *
 * @param maxAge how long it is kept; until the browser closes, if null
 */
public record Cookie(
        String name,
        String value,
        String path,
        @Nullable Duration maxAge,
        boolean secure,
        boolean httpOnly,
        SameSite sameSite) {

    /** With which requests of other sites a browser sends it (draft-ietf-httpbis-rfc6265bis §5.6.7). */
    public enum SameSite {
        STRICT("Strict"),
        LAX("Lax"),
        NONE("None");

        private final String attribute;

        SameSite(String attribute) {
            this.attribute = attribute;
        }
    }

    public Cookie {
        if (!value.chars().allMatch(Cookie::isValueCharacter)) {
            throw new IllegalArgumentException("the value of the cookie %s needs encoding".formatted(name));
        }
    }

    /** What stands behind {@code Set-Cookie:}. */
    public String header() {
        StringBuilder header = new StringBuilder(128);
        header.append(name).append('=').append(value).append("; Path=").append(path);
        if (maxAge != null) {
            header.append("; Max-Age=").append(maxAge.toSeconds());
        }
        if (secure) {
            header.append("; Secure");
        }
        if (httpOnly) {
            header.append("; HttpOnly");
        }
        return header.append("; SameSite=").append(sameSite.attribute).toString();
    }

    /** Not the value: it is a secret as often as not. */
    @Override
    public String toString() {
        return "Cookie[" + name + "]";
    }

    private static boolean isValueCharacter(int c) {
        return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
    }
}
