package dev.rampart.http.page;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL that a page may link to or post to: {@code http}, {@code https}, or a path on this server.
 *
 * <p>Escaping keeps a value inside its attribute, but not {@code javascript:} from running there; this type does. It is
 * stricter than RFC 3986: no user information, no {@code //host} without a scheme, nothing but visible ASCII, and no
 * backslash, which browsers read as a slash.
 */
public record SafeUrl(String value) {

    /** Characters at most. A sign-out link carries a whole ID token. */
    public static final int MAX_LENGTH = 16_384;

    private static final String REST = "[!#-;=?-\\[\\]_a-z~]*";
    private static final Pattern ABSOLUTE = Pattern.compile(
            "(?i:https?)://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?(?:[/?#]" + REST + ")?");
    private static final Pattern ON_THIS_SERVER = Pattern.compile("/(?!/)" + REST + "|[?#]" + REST);

    public SafeUrl {
        if (!isSafe(value)) {
            throw new IllegalArgumentException("not a URL that a page may link to");
        }
    }

    /** Reads a URL, or nothing if a page may not link to it. */
    public static Optional<SafeUrl> parse(String text) {
        return isSafe(text) ? Optional.of(new SafeUrl(text)) : Optional.empty();
    }

    private static boolean isSafe(String text) {
        return text.length() <= MAX_LENGTH
                && (ABSOLUTE.matcher(text).matches()
                        || ON_THIS_SERVER.matcher(text).matches());
    }

    /** The URL itself: what a template writes. */
    @Override
    public String toString() {
        return value;
    }
}
