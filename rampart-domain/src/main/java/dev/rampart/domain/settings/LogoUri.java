package dev.rampart.domain.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a logo is: an https URL of plain characters, so that its origin can stand in a policy of a page. */
public record LogoUri(String value) {

    public static final int MAX_LENGTH = 2048;

    private static final Pattern ORIGIN = Pattern.compile("https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?");

    public LogoUri {
        if (origin(value).isEmpty()) {
            throw new IllegalArgumentException("not the URL of a logo: " + value);
        }
    }

    public static Optional<LogoUri> parse(String text) {
        return origin(text).map(_ -> new LogoUri(text));
    }

    /** What {@code img-src} has to allow (CSP Level 3 §6.7.2.8). */
    public String origin() {
        return origin(value).orElseThrow();
    }

    private static Optional<String> origin(String text) {
        try {
            URI uri = new URI(text);
            String origin = uri.getScheme() + "://" + uri.getRawAuthority();
            boolean plain = text.length() <= MAX_LENGTH && uri.getRawFragment() == null && text.startsWith(origin);
            return Optional.of(origin)
                    .filter(_ -> plain && ORIGIN.matcher(origin).matches());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
