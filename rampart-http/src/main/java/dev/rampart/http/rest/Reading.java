package dev.rampart.http.rest;

import dev.rampart.http.exchange.Body;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON object by its shape, and collects everything that is wrong with it, each by its pointer (RFC 6901). */
public final class Reading {

    private static final int DEPTH_MAX = 32;
    private static final int PROBLEMS_MAX = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    private final boolean making;
    private final boolean strict;
    private final List<Body.Field> problems = new ArrayList<>();

    /** {@code making}: something new, so that what is required must be there; else a merge patch. */
    public Reading(boolean making) {
        this(making, true);
    }

    private Reading(boolean making, boolean strict) {
        this.making = making;
        this.strict = strict;
    }

    /** Of something new in which members may stand that mean nothing here. */
    public static Reading ofWhatIsKnown() {
        return new Reading(true, false);
    }

    /** What was sent, as far as it is right. Look at {@link #problems} first. */
    public Fields read(byte[] body, Shape shape) {
        try {
            return read(MAPPER.readTree(body), shape);
        } catch (JacksonException e) {
            problem("", "is no JSON: " + e.getOriginalMessage());
            return Fields.NONE;
        }
    }

    /** The same of JSON that was made of something else. */
    public Fields read(JsonNode node, Shape shape) {
        if (!node.isObject()) {
            problem("", "is not a JSON object");
            return Fields.NONE;
        }
        if (hasNoText(node.toString())) {
            problem("", "has a NUL or half of a surrogate pair in it, which no text needs");
            return Fields.NONE;
        }
        return object("", node, shape);
    }

    /** Nothing, since no more can be said than this. */
    public Fields refused(String detail) {
        problem("", detail);
        return Fields.NONE;
    }

    public List<Body.Field> problems() {
        return problems;
    }

    private Fields object(String pointer, JsonNode node, Shape shape) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + escaped(member.getKey());
            Optional<Property> property = shape.property(member.getKey());
            if (property.isPresent()) {
                member(at, member.getValue(), property.get(), values);
            } else if (strict) {
                problem(at, "is not a field of this resource");
            }
        }
        if (making) {
            shape.properties().stream()
                    .filter(property -> property.required() && property.use() != Property.Use.READ_ONLY)
                    .filter(property -> !node.has(property.name()))
                    .forEach(property -> problem(pointer + "/" + escaped(property.name()), "is missing"));
        }
        return new Fields(values);
    }

    /** Puts the value there if it is right: an empty one if it is to be removed. */
    private void member(String pointer, JsonNode node, Property property, Map<String, Optional<Object>> values) {
        if (property.use() == Property.Use.READ_ONLY) {
            problem(pointer, "is set by the server");
        } else if (property.use() == Property.Use.ONCE && !making) {
            problem(pointer, "cannot be changed");
        } else if (!node.isNull()) {
            value(pointer, node, property.kind()).ifPresent(value -> values.put(property.name(), Optional.of(value)));
        } else if (property.required()) {
            problem(pointer, "cannot be removed");
        } else {
            values.put(property.name(), Optional.empty());
        }
    }

    private Optional<Object> value(String pointer, JsonNode node, Kind kind) {
        return switch (kind) {
            case Kind.Text text -> text(pointer, node, text);
            case Kind.Flag() ->
                node.isBoolean() ? Optional.of(node.booleanValue()) : wrong(pointer, "is not true or false");
            case Kind.Whole(long least, long most) ->
                node.isIntegralNumber()
                                && node.canConvertToLong()
                                && node.longValue() >= least
                                && node.longValue() <= most
                        ? Optional.of(node.longValue())
                        : wrong(pointer, "is not a whole number from %d to %d".formatted(least, most));
            case Kind.Time() -> time(pointer, node);
            case Kind.Choice(List<String> words) ->
                node.isString() && words.contains(node.stringValue())
                        ? Optional.of(node.stringValue())
                        : wrong(pointer, "is not one of " + String.join(", ", words));
            case Kind.ListOf list -> list(pointer, node, list);
            case Kind.ObjectOf(Shape shape) ->
                node.isObject() ? Optional.of(object(pointer, node, shape)) : wrong(pointer, "is not an object");
            case Kind.AnyObject(int most) ->
                node.isObject() && node.toString().length() <= most && isFinite(node)
                        ? Optional.of(node.toString())
                        : wrong(pointer, "is not an object of at most %d characters".formatted(most));
        };
    }

    private Optional<Object> text(String pointer, JsonNode node, Kind.Text kind) {
        if (!node.isString()) {
            return wrong(pointer, "is not a text");
        }
        String text = node.stringValue();
        int length = text.codePointCount(0, text.length());
        boolean fits = length >= kind.minLength()
                && length <= kind.maxLength()
                && (kind.pattern() == null || kind.pattern().matcher(text).matches());
        return fits ? Optional.of(text) : wrong(pointer, "is not " + kind.means());
    }

    /** {@code json} is as written anew: a NUL stands in it escaped, a lone surrogate as it is. */
    private static boolean hasNoText(String json) {
        return NUL.matcher(json).find() || json.codePoints().anyMatch(Reading::isSurrogate);
    }

    /** Numbers that no double holds would come back as something else. */
    private static boolean isFinite(JsonNode node) {
        return node.isNumber()
                ? Double.isFinite(node.doubleValue())
                : node.valueStream().allMatch(Reading::isFinite);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private Optional<Object> time(String pointer, JsonNode node) {
        try {
            return Optional.of(Instant.parse(node.isString() ? node.stringValue() : ""));
        } catch (DateTimeParseException e) {
            return wrong(pointer, "is not a time such as 2026-01-31T12:00:00Z");
        }
    }

    private Optional<Object> list(String pointer, JsonNode node, Kind.ListOf kind) {
        if (!node.isArray() || node.size() > kind.most()) {
            return wrong(pointer, "is not a list of at most %d".formatted(kind.most()));
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            value(pointer + "/" + i, node.get(i), kind.item()).ifPresent(items::add);
        }
        return Optional.of(items);
    }

    private <T> Optional<T> wrong(String pointer, String detail) {
        problem(pointer, detail);
        return Optional.empty();
    }

    private void problem(String pointer, String detail) {
        if (problems.size() < PROBLEMS_MAX) {
            problems.add(new Body.Field(pointer, detail));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
