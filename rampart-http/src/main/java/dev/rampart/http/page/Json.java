package dev.rampart.http.page;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON for showing. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Over several lines; as it is, if it is not JSON. */
    static String pretty(String json) {
        return read(json).map(JsonNode::toPrettyString).orElse(json);
    }

    /** The object that this is, or nothing if it is not one. */
    static Optional<JsonNode> object(String json) {
        return read(json).filter(JsonNode::isObject);
    }

    private static Optional<JsonNode> read(String json) {
        try {
            return Optional.of(MAPPER.readTree(json)).filter(node -> !node.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
