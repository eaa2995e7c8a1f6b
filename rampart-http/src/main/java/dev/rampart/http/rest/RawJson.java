package dev.rampart.http.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON that is kept as it is. */
public record RawJson(@JsonValue @JsonRawValue String text) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** An object after a merge patch (RFC 7396 §2). */
    public static String merged(String object, String patch) {
        return merged(MAPPER.readTree(object), MAPPER.readTree(patch)).toString();
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? ((ObjectNode) target).deepCopy() : MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                JsonNode before = result.path(member.getKey());
                result.set(member.getKey(), merged(before, member.getValue()));
            }
        }
        return result;
    }
}
