package dev.rampart.http.exchange;

import tools.jackson.databind.json.JsonMapper;

/** Writes what endpoints answer as JSON. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
