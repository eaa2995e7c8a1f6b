package dev.rampart.http.undertow;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a client says of answers it has, and of those it can read. */
final class Conditions {

    private Conditions() {}

    /** Whether a client has what that tag stands for, by {@code If-None-Match} (RFC 9110 §13.1.2). */
    static boolean isKnown(String tag, @Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.equals(tag)) {
            return true;
        }
        for (String known : ifNoneMatch.split(",", -1)) {
            String candidate = known.strip();
            if (candidate.equals("*")
                    || (candidate.startsWith("W/") ? candidate.substring(2) : candidate).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code Accept-Encoding} names gzip, and not with a weight of nought (RFC 9110 §12.5.3). */
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || !acceptEncoding.contains("gzip")) {
            return false;
        }
        for (String coding : acceptEncoding.split(",", -1)) {
            String[] parts = coding.strip().toLowerCase(Locale.ROOT).split(";", 2);
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !isNought(parts[1].strip());
            }
        }
        return false;
    }

    private static boolean isNought(String weight) {
        return weight.startsWith("q=0") && weight.chars().skip(2).allMatch(c -> c == '0' || c == '.');
    }
}
