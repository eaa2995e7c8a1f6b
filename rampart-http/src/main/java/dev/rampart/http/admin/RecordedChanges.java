package dev.rampart.http.admin;

import dev.rampart.domain.audit.Change;
import dev.rampart.domain.audit.RecordedEvent;
import dev.rampart.http.rest.RawJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an event changed, as JSON: {@code {field: {before, after}}}. A value that was a person's, and that nobody can
 * read any more, is {@code {"erased": true}}.
 */
final class RecordedChanges {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Map<String, Object> ERASED = Map.of("erased", true);

    private RecordedChanges() {}

    static Object shown(RecordedEvent event) {
        boolean erased = event.target().filter(RecordedEvent.Party::erased).isPresent();
        if (!erased && event.personal().isEmpty()) {
            return new RawJson(event.changes());
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member :
                MAPPER.readTree(event.changes()).properties()) {
            String field = member.getKey();
            Change personal = event.personal().get(field);
            if (personal != null) {
                shown.put(field, values(personal));
            } else if (erased && isWithoutValues(member.getValue())) {
                shown.put(field, ERASED);
            } else {
                shown.put(field, new RawJson(member.getValue().toString()));
            }
        }
        return shown;
    }

    private static boolean isWithoutValues(JsonNode change) {
        return change.path("before").isNull() && change.path("after").isNull();
    }

    private static Map<String, Object> values(Change change) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("before", text(change.before()));
        values.put("after", text(change.after()));
        return values;
    }

    private static RawJson text(Optional<String> value) {
        return new RawJson(value.map(MAPPER::writeValueAsString).orElse("null"));
    }
}
