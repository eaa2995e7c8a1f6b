package dev.rampart.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API, as it is served. */
record ApiDocument(JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ELSEWHERE = "InOrganization";

    /** One operation; {@code path} has its variables in it. */
    record Operation(String method, String path, JsonNode described) {

        String id() {
            return described.path("operationId").asString("");
        }

        /** What it does, at whichever of its two paths. */
        String act() {
            return id().endsWith(ELSEWHERE) ? id().substring(0, id().length() - ELSEWHERE.length()) : id();
        }

        Set<Integer> statuses() {
            Set<Integer> statuses = new TreeSet<>();
            described.path("responses").propertyNames().forEach(status -> statuses.add(Integer.valueOf(status)));
            return statuses;
        }

        int success() {
            return statuses().stream()
                    .filter(status -> status < 300)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(id() + " never succeeds"));
        }

        boolean takesBody() {
            return described.has("requestBody");
        }

        /** The content type that it is sent; JSON if it is sent nothing. */
        String contentType() {
            return described.path("requestBody").path("content").propertyNames().stream()
                    .findFirst()
                    .orElse("application/json");
        }

        boolean takes(String parameter) {
            return described
                    .path("parameters")
                    .valueStream()
                    .anyMatch(each -> each.path("name").asString("").equals(parameter));
        }

        @Override
        public String toString() {
            return id();
        }
    }

    static ApiDocument of(TestServer server) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.at("/openapi.json"))).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new ApiDocument(JSON.readTree(answer.body()));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        json.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** In what an answer differs from what is said of it. */
    List<String> faults(Operation operation, int status, String contentType, String body) {
        JsonNode response = operation.described().path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            return List.of("is not documented");
        }
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of("has a body that is not documented");
        }
        String type = contentType.contains(";") ? contentType.substring(0, contentType.indexOf(';')) : contentType;
        JsonNode schema = content.path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of("is of the type " + type);
        }
        return type.equals("application/json") || type.endsWith("+json")
                ? new JsonSchema(json).faults(JSON.readTree(body), schema)
                : List.of();
    }
}
