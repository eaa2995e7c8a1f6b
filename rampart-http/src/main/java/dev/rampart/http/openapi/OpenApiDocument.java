package dev.rampart.http.openapi;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.http.Parameter;
import dev.rampart.http.Payload;
import dev.rampart.http.Route;
import dev.rampart.http.RouteTable;
import dev.rampart.http.exchange.Access;
import dev.rampart.http.rest.Description;
import dev.rampart.http.rest.OperationEndpoint;
import dev.rampart.http.rest.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Describes every operation in the table of routes (OpenAPI 3.1.1). */
final class OpenApiDocument {

    /** {@code If-Match} may name a version that nothing has, wherever it is sent. */
    private static final Set<Integer> OF_ALL = Set.of(400, 401, 403, 412, 429);

    private static final String OF_EVERY_ADDRESS = """
            Beside what is said of each operation, every address may answer 405, 414, 431, 500 and 503; all but 431 \
            with a problem.""";

    private final Schemas schemas = new Schemas();
    private final Issuer root;

    OpenApiDocument(Issuer root) {
        this.root = root;
    }

    Map<String, Object> of(RouteTable table) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Route route : table.all()) {
            if (route.endpoint() instanceof OperationEndpoint operation) {
                Map<String, Object> path = paths.computeIfAbsent(route.path(), _ -> new LinkedHashMap<>());
                for (String method : route.methods()) {
                    path.put(method.toLowerCase(Locale.ROOT), operation(route, operation.description()));
                }
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.1");
        document.put("info", Map.of("title", "Rampart", "version", "1", "description", OF_EVERY_ADDRESS));
        document.put("servers", List.of(Map.of("url", root.value())));
        document.put("security", List.of(Map.of("bearer", List.of())));
        document.put("paths", paths);
        document.put("components", components());
        return document;
    }

    private Map<String, Object> components() {
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", schemas.all());
        components.put(
                "securitySchemes",
                Map.of(
                        "bearer",
                        Map.of("type", "http", "scheme", "bearer", "description", "A token for the API's audience.")));
        return components;
    }

    private Map<String, Object> operation(Route route, Description description) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id(route, description));
        operation.put("summary", description.summary());
        if (route.access() instanceof Access.Permitted(var permission)) {
            operation.put("description", "Takes the permission `%s`.".formatted(permission));
        }
        List<Object> parameters = new ArrayList<>();
        route.parameters().forEach(parameter -> parameters.add(parameter(parameter, description)));
        if (isRepeatable(route)) {
            parameters.add(header("Idempotency-Key", "Sent again with the same key, it is done once."));
        }
        if (description.isTagged()) {
            parameters.add(header("If-None-Match", "The ETag of what the client has already."));
        }
        if (description.refusals().contains(412)) {
            parameters.add(header("If-Match", "The ETag of what is to be changed."));
        }
        operation.put("parameters", parameters);
        description.takes().ifPresent(shape -> operation.put("requestBody", body(route, shape)));
        if (route.payload().flows()) {
            operation.put(
                    "requestBody",
                    Map.of("required", true, "content", files(route.payload().contentTypes())));
        }
        operation.put("responses", responses(route, description));
        return operation;
    }

    /** An operation that stands at two paths has two names. */
    private static String id(Route route, Description description) {
        boolean named = route.path().contains("/organizations/{organization}/");
        return named ? description.id() + "InOrganization" : description.id();
    }

    private static Map<String, Object> parameter(Parameter parameter, Description description) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", parameter.name());
        described.put("in", parameter.place() == Parameter.Place.PATH ? "path" : "query");
        described.put("required", parameter.required());
        described.put("schema", schema(parameter, description));
        return described;
    }

    private static Map<String, Object> schema(Parameter parameter, Description description) {
        if (description.isList() && parameter.name().equals("sort")) {
            List<String> orders =
                    description.orders().stream().map(Object::toString).toList();
            return Map.of("type", "string", "enum", orders);
        }
        return parameter.type() == Parameter.Type.INTEGER
                ? Map.of("type", "integer")
                : Map.of("type", "string", "maxLength", parameter.maxLength());
    }

    private static Map<String, Object> header(String name, String words) {
        return Map.of(
                "name",
                name,
                "in",
                "header",
                "required",
                false,
                "description",
                words,
                "schema",
                Map.of("type", "string"));
    }

    private Map<String, Object> body(Route route, Shape shape) {
        boolean patch = route.methods().contains("PATCH");
        Map<String, Object> schema = patch ? schemas.patch(shape) : schemas.request(shape);
        return Map.of("required", true, "content", Map.of(route.payload().contentType(), Map.of("schema", schema)));
    }

    private static Map<String, Object> files(List<String> contentTypes) {
        Map<String, Object> content = new LinkedHashMap<>();
        contentTypes.forEach(type -> content.put(type, Map.of("schema", Map.of("type", "string"))));
        return content;
    }

    private static boolean isRepeatable(Route route) {
        return route.methods().contains("POST") && !route.payload().flows();
    }

    private Map<String, Object> responses(Route route, Description description) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(Integer.toString(description.success()), success(description));
        if (description.isTagged()) {
            responses.put("304", Map.of("description", "The client has it already."));
        }
        for (int status : refusals(route, description)) {
            responses.put(
                    Integer.toString(status),
                    Map.of(
                            "description",
                            "Refused.",
                            "content",
                            Map.of("application/problem+json", Map.of("schema", Schemas.PROBLEM))));
        }
        return responses;
    }

    private Map<String, Object> success(Description description) {
        Map<String, Object> success = new LinkedHashMap<>();
        success.put("description", "Done.");
        description
                .answers()
                .ifPresent(shape ->
                        success.put("content", Map.of("application/json", Map.of("schema", schemas.answer(shape)))));
        if (!description.files().isEmpty()) {
            success.put("content", files(description.files()));
        }
        return success;
    }

    /** What the conventions refuse, by what an operation is like, and what it refuses itself. */
    private static Set<Integer> refusals(Route route, Description description) {
        Set<Integer> refusals = new TreeSet<>(OF_ALL);
        if (route.path().contains("{")) {
            refusals.add(404);
        }
        if (route.payload() != Payload.NONE) {
            refusals.addAll(Set.of(413, 415));
        }
        if (isRepeatable(route)) {
            refusals.addAll(Set.of(409, 422));
        }
        refusals.addAll(description.refusals());
        return refusals;
    }
}
