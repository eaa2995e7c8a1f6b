package dev.rampart.http.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A JSON object that was sent, read by its {@link Shape}: whatever is in it is of the right kind. */
public final class Fields {

    /** Of a request without a body. */
    public static final Fields NONE = new Fields(Map.of());

    private final Map<String, Optional<Object>> values;

    /** {@code values} has an empty one for each {@code null} that was sent. */
    Fields(Map<String, Optional<Object>> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** Whether it was sent, be it as {@code null}. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        return value(name).map(String.class::cast);
    }

    public Optional<Boolean> flag(String name) {
        return value(name).map(Boolean.class::cast);
    }

    public Optional<Long> number(String name) {
        return value(name).map(Long.class::cast);
    }

    public Optional<Instant> time(String name) {
        return value(name).map(Instant.class::cast);
    }

    /** Of texts; empty if it was not sent. */
    public List<String> texts(String name) {
        return value(name)
                .map(list -> ((List<?>) list).stream().map(String.class::cast).toList())
                .orElse(List.of());
    }

    /** Of objects; empty if it was not sent. */
    public List<Fields> objects(String name) {
        return value(name)
                .map(list -> ((List<?>) list).stream().map(Fields.class::cast).toList())
                .orElse(List.of());
    }

    public Optional<Fields> object(String name) {
        return value(name).map(Fields.class::cast);
    }

    /**
     * What becomes of a text by a merge patch (RFC 7396): as it was if it was not sent, removed by {@code null}.
     *
     * @param current what it was
     */
    public Optional<String> mergedText(String name, Supplier<Optional<String>> current) {
        return has(name) ? text(name) : current.get();
    }

    private Optional<Object> value(String name) {
        return values.getOrDefault(name, Optional.empty());
    }
}
