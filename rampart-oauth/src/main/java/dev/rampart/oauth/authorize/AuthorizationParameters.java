package dev.rampart.oauth.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parameters of an authorization request as they came, and which of them are not what they should be (doubled, too
 * long, of the wrong type).
 */
public record AuthorizationParameters(Map<String, List<String>> values, Set<String> faulty) {

    public AuthorizationParameters {
        values = Map.copyOf(values);
        faulty = Set.copyOf(faulty);
    }

    /** Reads back what {@link #query} has written. */
    public static AuthorizationParameters parse(String query) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decode(parameter.substring(0, equals)), name -> new ArrayList<>())
                        .add(decode(parameter.substring(equals + 1)));
            }
        }
        return new AuthorizationParameters(values, Set.of());
    }

    /** The value, unless there is none or something is wrong with it. */
    Optional<String> get(String name) {
        return isFaulty(name) ? Optional.empty() : all(name).stream().findFirst();
    }

    /** That one, and no others. */
    AuthorizationParameters only(String name) {
        return new AuthorizationParameters(values.containsKey(name) ? Map.of(name, all(name)) : Map.of(), faulty);
    }

    AuthorizationParameters without(String... names) {
        Map<String, List<String>> fewer = new TreeMap<>(values);
        List.of(names).forEach(fewer::remove);
        return new AuthorizationParameters(fewer, faulty);
    }

    /** Those of {@code others} instead of its own, where both have some. */
    AuthorizationParameters with(Map<String, List<String>> others) {
        Map<String, List<String>> more = new TreeMap<>(values);
        more.putAll(others);
        return new AuthorizationParameters(more, faulty);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean isFaulty(String name) {
        return faulty.contains(name);
    }

    /** One way to write them down: sorted by name and encoded, so that a request can be compared and made again. */
    public String query() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .flatMap(parameter -> parameter.getValue().stream()
                                .map(value -> encode(parameter.getKey()) + "=" + encode(value)))
                        .collect(joining("&"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
