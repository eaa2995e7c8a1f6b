package dev.rampart.http.openapi;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes maps, lists and plain values as YAML 1.2, whose quoted texts are those of JSON. */
final class Yaml {

    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private Yaml() {}

    static String text(Map<String, Object> document) {
        Yaml yaml = new Yaml();
        yaml.members(document, "");
        return yaml.text.substring(1) + "\n";
    }

    private void members(Map<?, ?> map, String indent) {
        map.forEach((name, value) -> {
            text.append('\n').append(indent).append(scalar(name)).append(':');
            value(value, indent);
        });
    }

    private void value(Object value, String indent) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> members(map, indent + STEP);
            case List<?> list
            when !list.isEmpty() ->
                list.forEach(item -> {
                    text.append('\n').append(indent).append(STEP).append('-');
                    value(item, indent + STEP);
                });
            default -> text.append(' ').append(scalar(value));
        }
    }

    private static String scalar(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
