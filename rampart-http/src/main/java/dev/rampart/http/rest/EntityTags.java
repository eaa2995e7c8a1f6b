package dev.rampart.http.rest;

import dev.rampart.domain.shared.Expected;
import dev.rampart.http.exchange.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as entity tags (RFC 9110 §8.8.3). */
final class EntityTags {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private EntityTags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** What {@code If-Match} demands; nothing if it is no tag of ours, which no version has. */
    static Optional<Expected> expected(Request request) {
        Optional<String> header = request.header("If-Match").map(String::strip);
        if (header.isEmpty() || header.get().equals("*")) {
            return Optional.of(Expected.ANY);
        }
        Matcher tag = TAG.matcher(header.get());
        return tag.matches() ? Optional.of(Expected.version(Long.parseLong(tag.group(1)))) : Optional.empty();
    }

    /** Whether the client has this version already ({@code If-None-Match}). */
    static boolean isKnown(Request request, long version) {
        return request.header("If-None-Match")
                .filter(header -> Pattern.compile(",")
                        .splitAsStream(header)
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(of(version)::equals))
                .isPresent();
    }
}
