package dev.rampart.oauth.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a token request, none of which is doubled but {@code resource}. */
public record TokenForm(Map<String, List<String>> parameters) {

    public TokenForm {
        parameters = Map.copyOf(parameters);
    }

    Optional<String> get(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }
}
