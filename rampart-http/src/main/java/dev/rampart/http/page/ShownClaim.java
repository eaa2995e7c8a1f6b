package dev.rampart.http.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One claim: its value as in the token, the time it means where it means one, and a line that explains it. */
record ShownClaim(
        String name,
        String value,
        @Nullable String time,
        @Nullable String meaning) {

    /** NumericDate (RFC 7519 §2). */
    private static final Set<String> TIMES = Set.of("exp", "iat", "nbf", "auth_time", "updated_at");

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static ShownClaim of(String name, JsonNode value, Texts texts) {
        String shown = value.isString() ? value.stringValue() : value.toString();
        return new ShownClaim(
                name, shown, time(name, value), texts.find("claim." + name).orElse(null));
    }

    private static @Nullable String time(String name, JsonNode value) {
        if (!TIMES.contains(name) || !value.canConvertToLong()) {
            return null;
        }
        try {
            return UTC.format(Instant.ofEpochSecond(value.longValue()));
        } catch (DateTimeException e) {
            return null; // Beyond the calendar; the number itself is shown.
        }
    }
}
