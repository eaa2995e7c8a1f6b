package dev.rampart.domain.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An https URL, or an http one on this machine for those who develop; of plain characters, without user name. */
public record WebUri(String value) {

    public static final int MAX_LENGTH = 2048;

    private static final String ORIGIN = "https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?"
            + "|http://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?";

    /** RFC 3986 §3.3 and §3.4. No fragment. */
    public static final String SHAPE = "(" + ORIGIN + ")(?:[/?](?:%[0-9A-Fa-f]{2}|[A-Za-z0-9/?._~!$&'()*+,;=:@-])*)?";

    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public WebUri {
        if (!isOne(value)) {
            throw new IllegalArgumentException("neither an https URL nor an http one on this machine: " + value);
        }
    }

    public static Optional<WebUri> parse(String text) {
        return isOne(text) ? Optional.of(new WebUri(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return text.length() <= MAX_LENGTH && PATTERN.matcher(text).matches();
    }

    /** What {@code frame-src} has to allow (CSP Level 3 §6.7.2.8). */
    public String origin() {
        Matcher parts = PATTERN.matcher(value);
        if (!parts.matches()) {
            throw new IllegalStateException(value);
        }
        return parts.group(1);
    }

    @Override
    public String toString() {
        return value;
    }
}
