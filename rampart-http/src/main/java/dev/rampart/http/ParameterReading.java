package dev.rampart.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rampart.http.Arrival.Line;
import dev.rampart.http.exchange.Access;
import dev.rampart.http.exchange.Content;
import dev.rampart.http.exchange.CsrfToken;
import dev.rampart.http.exchange.Fault;
import dev.rampart.http.exchange.Fault.Kind;
import dev.rampart.http.exchange.Headers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Picks the parameters that a route declares out of what was sent, and judges each. */
final class ParameterReading {

    private static final Parameter CSRF = Parameter.form(CsrfToken.FIELD);

    private final Map<String, List<Optional<String>>> query = new HashMap<>();
    private final Map<String, List<Optional<String>>> form = new HashMap<>();
    private final Map<String, String> variables;
    private final Headers headers;
    private final String method;
    private int count;

    ParameterReading(Line line, Map<String, String> variables, Headers headers) {
        this.method = line.method();
        this.variables = variables;
        this.headers = headers;
        split(line.query(), query);
    }

    void addForm(byte[] body) {
        split(new String(body, ISO_8859_1), form);
    }

    /** How many were sent, declared or not. */
    int count() {
        return count;
    }

    /** What is well sent, and what is wrong with the rest. */
    Content declaredBy(Route route, byte[] body) {
        Map<String, List<String>> values = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Parameter parameter : readFor(route)) {
            List<Optional<String>> sent = sent(parameter);
            Optional<Kind> fault = fault(parameter, sent);
            if (fault.isPresent()) {
                faults.add(new Fault(parameter.name(), fault.get()));
            } else if (!filled(sent).isEmpty()) {
                values.put(parameter.name(), filled(sent));
            }
        }
        return new Content(values, faults, body);
    }

    private static List<Parameter> readFor(Route route) {
        boolean needsToken = switch (route.access()) {
            case Access.Form() -> true;
            case Access.Session(boolean csrf) -> csrf;
            case Access.Public(),
                    Access.Operator(),
                    Access.Client(var _),
                    Access.Bearer(var _, var _),
                    Access.Permitted(var _) -> false;
        };
        if (!needsToken) {
            return route.parameters();
        }
        List<Parameter> parameters = new ArrayList<>(route.parameters());
        parameters.removeIf(parameter -> parameter.name().equals(CSRF.name()));
        parameters.add(CSRF);
        return parameters;
    }

    private List<Optional<String>> sent(Parameter parameter) {
        return switch (parameter.place()) {
            case QUERY -> query.getOrDefault(parameter.name(), List.of());
            case FORM -> form.getOrDefault(parameter.name(), List.of());
            case QUERY_OR_FORM ->
                (parameter.isInFormOf(method) ? form : query).getOrDefault(parameter.name(), List.of());
            case PATH ->
                Optional.ofNullable(variables.get(parameter.name())).map(Optional::of).stream()
                        .toList();
            case HEADER ->
                headers.all(parameter.name()).stream().map(Optional::of).toList();
        };
    }

    /** In this order, so that one thing wrong with a parameter is one fault, and always the same. */
    private static Optional<Kind> fault(Parameter parameter, List<Optional<String>> sent) {
        List<String> filled = filled(sent);
        if (sent.stream().anyMatch(Optional::isEmpty)) {
            return Optional.of(Kind.BAD_ENCODING);
        }
        if (sent.size() > 1 && !parameter.repeatable()) {
            return Optional.of(Kind.DOUBLED);
        }
        if (filled.isEmpty()) {
            return parameter.required() ? Optional.of(Kind.MISSING) : Optional.empty();
        }
        if (filled.stream().anyMatch(value -> value.length() > parameter.maxLength())) {
            return Optional.of(Kind.TOO_LONG);
        }
        return filled.stream().allMatch(parameter::admits) ? Optional.empty() : Optional.of(Kind.WRONG_TYPE);
    }

    /** A parameter without a value counts as one that was not sent (RFC 6749 §3.1). */
    private static List<String> filled(List<Optional<String>> sent) {
        return sent.stream()
                .flatMap(Optional::stream)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private void split(String encoded, Map<String, List<Optional<String>>> into) {
        if (encoded.isEmpty()) {
            return;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            Optional<String> value = PercentEncoding.decode(equals < 0 ? "" : pair.substring(equals + 1), true);
            PercentEncoding.decode(name, true)
                    .ifPresent(decoded -> into.computeIfAbsent(decoded, _ -> new ArrayList<>())
                            .add(value));
            count++;
        }
    }
}
