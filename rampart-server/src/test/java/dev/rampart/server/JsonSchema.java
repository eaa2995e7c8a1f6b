package dev.rampart.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Holds values against the schemas of a document: as much of JSON Schema as the description of the API uses. */
record JsonSchema(JsonNode document) {

    /** What is wrong with a value; a word of a schema that is not understood is, too. */
    List<String> faults(JsonNode value, JsonNode schema) {
        List<String> faults = new ArrayList<>();
        check(value, schema, new Place("", faults));
        return faults;
    }

    /** Where a value stands, and where what is wrong with it is told. */
    private record Place(String pointer, List<String> faults) {

        void tell(String what) {
            faults.add((pointer.isEmpty() ? "the whole" : pointer) + " " + what);
        }

        Place at(Object step) {
            return new Place(pointer + "/" + step, faults);
        }
    }

    private void check(JsonNode value, JsonNode schema, Place place) {
        for (String word : schema.propertyNames()) {
            JsonNode rule = schema.path(word);
            switch (word) {
                case "$ref" -> check(value, document.at(rule.asString("").substring(1)), place);
                case "type" -> require(isOf(value, rule.asString("")), "is no " + rule, place);
                case "properties" -> members(value, rule, place);
                case "required" -> rule.forEach(name -> require(value.has(name.asString("")), "lacks " + name, place));
                case "additionalProperties" -> close(value, schema, place);
                case "items" -> items(value, rule, place);
                case "maxItems" -> require(value.size() <= rule.asInt(), "has too many items", place);
                case "enum" -> require(rule.valueStream().anyMatch(value::equals), "is none of " + rule, place);
                case "minLength" -> require(length(value) >= rule.asInt(), "is too short", place);
                case "maxLength" -> require(length(value) <= rule.asInt(), "is too long", place);
                case "minimum" -> require(value.asLong() >= rule.asLong(), "is too small", place);
                case "maximum" -> require(value.asLong() <= rule.asLong(), "is too large", place);
                case "format" -> require(isFormed(value, rule.asString("")), "does not look like " + rule, place);
                case "description" -> {}
                default -> place.tell("has a schema with " + word + ", which nobody here understands");
            }
        }
    }

    private static void require(boolean holds, String otherwise, Place place) {
        if (!holds) {
            place.tell(otherwise);
        }
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
    }

    private void members(JsonNode value, JsonNode properties, Place place) {
        for (String name : properties.propertyNames()) {
            if (value.has(name)) {
                check(value.path(name), properties.path(name), place.at(name));
            }
        }
    }

    private static void close(JsonNode value, JsonNode schema, Place place) {
        require(
                schema.path("additionalProperties").isBoolean()
                        && !schema.path("additionalProperties").asBoolean(),
                "is not closed",
                place);
        for (String name : value.propertyNames()) {
            require(schema.path("properties").has(name), "has " + name + ", which is not described", place);
        }
    }

    private void items(JsonNode value, JsonNode schema, Place place) {
        int i = 0;
        for (JsonNode item : value) {
            check(item, schema, place.at(i++));
        }
    }

    private static int length(JsonNode value) {
        String text = value.asString("");
        return text.codePointCount(0, text.length());
    }

    private static boolean isFormed(JsonNode value, String format) {
        String text = value.asString("");
        return switch (format) {
            case "int64" -> value.canConvertToLong();
            case "uuid" ->
                text.length() == 36 && UUID.fromString(text).toString().equals(text);
            case "date-time" -> isTime(text);
            case "email" -> text.contains("@");
            case "uri" -> text.contains(":");
            default -> false;
        };
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
