package dev.rampart.http.openapi;

import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Property.Use;
import dev.rampart.http.rest.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Shapes as JSON Schema. All of them are closed: what is not described is not there. */
final class Schemas {

    static final Map<String, Object> PROBLEM = Map.of("$ref", "#/components/schemas/Problem");

    private final Map<String, Object> all = new TreeMap<>();

    Schemas() {
        Map<String, Object> error = closed(
                Map.of("pointer", Map.of("type", "string"), "detail", Map.of("type", "string")),
                List.of("pointer", "detail"));
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : List.of("type", "title", "detail", "instance")) {
            members.put(name, Map.of("type", "string"));
        }
        members.put("status", Map.of("type", "integer"));
        members.put("errors", Map.of("type", "array", "items", error));
        all.put("Problem", closed(members, List.of("type", "title", "status", "detail", "instance")));
    }

    Map<String, Object> all() {
        return all;
    }

    /** What is answered. */
    Map<String, Object> answer(Shape shape) {
        return reference(shape, "", property -> property.use() != Use.WRITE_ONLY, false);
    }

    /** What is sent to make something. */
    Map<String, Object> request(Shape shape) {
        return reference(shape, "Request", property -> property.use() != Use.READ_ONLY, true);
    }

    /** What is sent to change it. */
    Map<String, Object> patch(Shape shape) {
        return reference(
                shape, "Patch", property -> property.use() == Use.BOTH || property.use() == Use.WRITE_ONLY, false);
    }

    private Map<String, Object> reference(Shape shape, String suffix, Predicate<Property> which, boolean demanding) {
        String name = shape.name() + suffix;
        if (!all.containsKey(name)) {
            all.put(name, Map.of());
            Map<String, Object> members = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (Property property : shape.properties().stream().filter(which).toList()) {
                members.put(property.name(), schema(property, suffix));
                if (demanding && property.required()) {
                    required.add(property.name());
                }
            }
            all.put(name, closed(members, required));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> schema(Property property, String suffix) {
        Map<String, Object> schema = kind(property.kind(), suffix);
        boolean removable = suffix.equals("Patch") && !property.required();
        return removable ? Map.of("anyOf", List.of(schema, Map.of("type", "null"))) : schema;
    }

    private Map<String, Object> kind(Kind kind, String suffix) {
        return switch (kind) {
            case Kind.Text text -> text(text);
            case Kind.Flag() -> Map.of("type", "boolean");
            case Kind.Whole(long least, long most) ->
                Map.of("type", "integer", "format", "int64", "minimum", least, "maximum", most);
            case Kind.Time() -> Map.of("type", "string", "format", "date-time");
            case Kind.Choice(List<String> words) -> Map.of("type", "string", "enum", words);
            case Kind.ListOf(Kind item, int most) ->
                most == Integer.MAX_VALUE
                        ? Map.of("type", "array", "items", kind(item, suffix))
                        : Map.of("type", "array", "items", kind(item, suffix), "maxItems", most);
            case Kind.ObjectOf(Shape shape) ->
                switch (suffix) {
                    case "" -> answer(shape);
                    case "Patch" -> patch(shape);
                    default -> request(shape);
                };
            case Kind.AnyObject(int _) -> Map.of("type", "object");
        };
    }

    private static Map<String, Object> text(Kind.Text text) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        if (text.minLength() > 0) {
            schema.put("minLength", text.minLength());
        }
        schema.put("maxLength", text.maxLength());
        if (text.format() != null) {
            schema.put("format", text.format());
        }
        if (text.pattern() != null) {
            schema.put("description", "Is " + text.means() + ".");
        }
        return schema;
    }

    private static Map<String, Object> closed(Map<String, Object> members, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", members);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }
}
