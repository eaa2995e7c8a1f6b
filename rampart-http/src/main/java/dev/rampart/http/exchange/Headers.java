package dev.rampart.http.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The headers of a request, looked up one by one, however the name is written. */
@FunctionalInterface
public interface Headers {

    /** No headers at all. */
    Headers NONE = name -> List.of();

    /** Every value of that name, in the order sent. */
    List<String> all(String name);

    static Headers of(Map<String, String> headers) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return name -> {
            String value = byName.get(name.toLowerCase(Locale.ROOT));
            return value == null ? List.of() : List.of(value);
        };
    }
}
